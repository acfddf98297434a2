package org.svarbar.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.WorkFilter;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.SharedRows;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.OpenTicket;
import org.svarbar.ticket.TicketRef;

/** All actions, done and to be done. */
@ApplicationScoped
public class Actions implements SharedRows {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Connections connections;
  @Inject OpenedTickets opened;

  /** Stores it in the caller's transaction, unless it is there already. */
  @Transactional(Transactional.TxType.MANDATORY)
  void addOnce(TicketAction action) {
    var row = new Action(action, clock.instant());
    // only what opens a ticket does not know it yet; the ticket is what the index finds it by
    var isOpening = row.kind.equals(ActionPayload.OPENING);
    var query =
        entities
            .createQuery(
                "select 1 from Action a where a.connectionId = :connection and a.kind = :kind"
                    + " and a.key = :key"
                    + (isOpening ? "" : " and a.ticketId = :ticket"),
                Integer.class)
            .setParameter("connection", row.connectionId)
            .setParameter("kind", row.kind)
            .setParameter("key", row.key);
    var known = (isOpening ? query : query.setParameter("ticket", row.ticketId)).getResultList();
    if (known.isEmpty()) {
      entities.persist(row);
    }
  }

  @Override
  @Transactional
  public List<Lease> claim(int most, Duration lease, Set<String> except) {
    return except.isEmpty()
        ? due().claim(most, lease, action -> action.connectionId)
        : due().claim(most, lease, action -> action.connectionId, connections.idsBut(except));
  }

  @Override
  @Transactional
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
  }

  /** The action, if the lease still holds. */
  @Transactional
  Optional<Action> leased(Lease lease) {
    return due().leased(lease);
  }

  /**
   * @param instead what is to be done in its place; accepted with its end, or not at all
   */
  @Transactional
  void ended(Lease lease, Performed performed, List<TicketAction> instead) {
    var held = due().held(lease);
    held.ifPresent(action -> action.ended(performed, clock.instant()));
    if (performed instanceof Performed.Opened) {
      held.ifPresent(action -> opened.opened(action.ticket()));
    }
    held.ifPresent(action -> instead.forEach(this::addOnce));
  }

  @Transactional
  void failed(Lease lease, RetryPolicy.Next next) {
    due().held(lease).ifPresent(action -> next.record(action.attempts, clock.instant()));
  }

  /**
   * Takes the text of an action's row; if it was not done yet, it is given up. Part of the caller's
   * transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(TicketRef ticket, String key) {
    entities
        .createQuery(
            "select a from Action a where a.connectionId = :connection and a.ticketId = :ticket"
                + " and a.key = :key",
            Action.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(action -> action.forget(clock.instant()));
  }

  /**
   * Gives up such actions as would open a ticket, and takes their text. Part of the caller's
   * transaction.
   *
   * @return how many there were
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int forgetOpenings(Predicate<OpenTicket> such) {
    var theirs =
        entities
            .createQuery(
                "select a from Action a where a.kind = :kind and a.payload <> :erased",
                Action.class)
            .setParameter("kind", ActionPayload.OPENING)
            .setParameter("erased", ActionPayload.ERASED)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .filter(action -> action.action() instanceof OpenTicket open && such.test(open))
            .toList();
    theirs.forEach(action -> action.forget(clock.instant()));
    return theirs.size();
  }

  /** What opens a ticket by this key, or has opened it. */
  @Transactional
  public Optional<AcceptedAction> opening(ConnectionId connection, String key) {
    return entities
        .createQuery(
            "select a from Action a where a.connectionId = :connection and a.kind = :kind"
                + " and a.key = :key",
            Action.class)
        .setParameter("connection", connection.value())
        .setParameter("kind", ActionPayload.OPENING)
        .setParameter("key", key)
        .getResultStream()
        .map(Action::accepted)
        .findFirst();
  }

  /**
   * Deletes those that ended before then.
   *
   * @return how many there were
   */
  int deleteEndedBefore(Instant time) {
    return due().deleteEndedBefore(time);
  }

  /**
   * Takes the text of actions that ended before then; that they were done stays, so that none is
   * done a second time.
   *
   * @return how many there were
   */
  @Transactional
  public int forgetEndedBefore(Instant time) {
    return entities
        .createQuery(
            "update Action a set a.payload = :erased where a.attempts.state <> :open"
                + " and a.attempts.finishedAt < :time and a.payload <> :erased")
        .setParameter("erased", ActionPayload.ERASED)
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("time", time)
        .executeUpdate();
  }

  /** One page of them, the newest first; pages count from 0. */
  @Transactional
  public List<AcceptedAction> page(WorkFilter filter, int page) {
    return due().page(filter, page).stream().map(Action::accepted).toList();
  }

  /** What is open and what was given up, by connection. */
  @Transactional
  public List<DueRows.Waiting> waiting() {
    return due().waiting();
  }

  /** How many of a connection were given up in that time. */
  @Transactional
  public long givenUp(String connection, Instant after, Instant until) {
    return due().givenUp(connection, after, until);
  }

  /** Since when the oldest of what has failed and is tried again is open, by connection. */
  @Transactional
  public Map<String, Instant> failingSince() {
    return due().failingSince();
  }

  @Transactional
  public long count(WorkFilter filter) {
    return due().count(filter);
  }

  /** Whether an action on this ticket ended between these. */
  @Transactional
  boolean hasEnded(TicketRef ticket, Instant from, Instant until) {
    return !entities
        .createQuery(
            "select a.id from Action a where a.connectionId = :connection and a.ticketId = :ticket"
                + " and a.attempts.finishedAt between :from and :until",
            Long.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setParameter("from", from)
        .setParameter("until", until)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** What was done, or is to be done, to this ticket, oldest first. */
  @Transactional
  public List<AcceptedAction> on(TicketRef ticket) {
    return entities
        .createQuery(
            "select a from Action a where a.connectionId = :connection and a.ticketId = :ticket"
                + " order by a.id",
            Action.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .getResultList()
        .stream()
        .map(Action::accepted)
        .toList();
  }

  @Transactional
  public Optional<AcceptedAction> find(long id) {
    return Optional.ofNullable(entities.find(Action.class, id)).map(Action::accepted);
  }

  /**
   * Does it again if it was given up; false: there is no such dead letter. What was done is not
   * done twice.
   */
  @Transactional
  public boolean replay(long id) {
    var dead =
        Optional.ofNullable(entities.find(Action.class, id))
            .filter(found -> found.attempts.state() == Attempts.State.DEAD);
    dead.ifPresent(found -> found.attempts.replay(clock.instant()));
    return dead.isPresent();
  }

  /** Does those again that were given up; returns how many there were. */
  @Transactional
  public int replayDead(WorkFilter filter) {
    return due().replay(filter);
  }

  private DueRows<Action> due() {
    return new DueRows<>(
        entities, Action.class, action -> action.id, action -> action.attempts, clock, "createdAt");
  }
}
