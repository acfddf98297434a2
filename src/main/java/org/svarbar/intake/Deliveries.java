package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.svarbar.assist.Assist;
import org.svarbar.assist.Decision;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.outbox.OpenedTickets;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.WorkFilter;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.SharedRows;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** All received webhook calls. */
@ApplicationScoped
public class Deliveries implements SharedRows, OpenedTickets {

  /** So many are worked on again at once. */
  public static final int MOST_AT_ONCE = 1000;

  private static final Duration TOLD_BEFORE = Duration.ofSeconds(2);
  private static final Duration TOLD_AFTER = Duration.ofSeconds(60);

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Assist assist;
  @Inject DeliveryWorker worker;

  /** Whether this signed content was received before. */
  @Transactional
  boolean isKnown(ConnectionId connection, String contentKey) {
    return !entities
        .createQuery(
            "select 1 from Delivery d where d.connectionId = :connection and d.contentKey = :key",
            Integer.class)
        .setParameter("connection", connection.value())
        .setParameter("key", contentKey)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Stores a verified call; when this returns, it is committed.
   *
   * @throws RuntimeException when it could not be stored, for instance because another call with
   *     the same content was stored in between
   */
  @Transactional
  void store(ConnectionId connection, String contentKey, WebhookRequest request) {
    entities.persist(new Delivery(connection, contentKey, request, clock.instant()));
  }

  /**
   * Stores a change unless it is known, or what is known happened just then: a webhook told it, or
   * it was done by ourselves.
   *
   * @return whether it was stored
   */
  @Transactional
  boolean storeUntold(UntoldChange untold) {
    var changed = untold.changed();
    if (isKnown(changed.ref().connection(), untold.contentKey())
        || wasTold(changed)
        || assist.hasActed(changed.ref(), changed.changedAt())) {
      return false;
    }
    entities.persist(new Delivery(untold, clock.instant()));
    return true;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void opened(TicketRef ticket) {
    var untold = new UntoldChange(new ChangedTicket(ticket, clock.instant()));
    entities.persist(new Delivery(untold, clock.instant()));
  }

  @Override
  public void wake() {
    worker.wake();
  }

  /** The webhook of a change comes with it or soon after. */
  private boolean wasTold(ChangedTicket changed) {
    return !entities
        .createQuery(
            "select d.id from Delivery d where d.connectionId = :connection"
                + " and d.ticketId = :ticket and d.receivedAt between :from and :until"
                + " and d.headers not like :untold",
            Long.class)
        .setParameter("connection", changed.ref().connection().value())
        .setParameter("ticket", changed.ref().id())
        .setParameter("untold", "%" + UntoldChange.MARK + "%")
        .setParameter("from", changed.changedAt().minus(TOLD_BEFORE))
        .setParameter("until", changed.changedAt().plus(TOLD_AFTER))
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  @Override
  @Transactional
  public List<Lease> claim(int most, Duration lease, Set<String> except) {
    return due().claim(most, lease, delivery -> delivery.connectionId, except);
  }

  @Override
  @Transactional
  public void renew(Lease lease, Duration length) {
    due().renew(lease, length);
  }

  /** The delivery, if the lease still holds. */
  @Transactional
  Optional<Delivery> leased(Lease lease) {
    return due().leased(lease);
  }

  /**
   * Records the end and hands over what is to be done, in one transaction; returns whether the
   * lease still held.
   */
  @Transactional
  boolean complete(Lease lease, Decision decision) {
    var held = due().held(lease);
    held.ifPresent(
        delivery -> {
          assist.carryOut(decision);
          delivery.done(decision.event(), decision.ticketId(), decision.outcome(), clock.instant());
        });
    return held.isPresent();
  }

  @Transactional
  void failed(Lease lease, RetryPolicy.Next next) {
    due().held(lease).ifPresent(delivery -> next.record(delivery.attempts, clock.instant()));
  }

  /** One page of them, the newest first; pages count from 0. */
  @Transactional
  public List<ReceivedDelivery> page(WorkFilter filter, int page) {
    return due().page(filter, page).stream().map(Delivery::received).toList();
  }

  /** What is open and what was given up, by connection. */
  @Transactional
  public List<DueRows.Waiting> waiting() {
    return due().waiting();
  }

  @Transactional
  public long count(WorkFilter filter) {
    return due().count(filter);
  }

  @Transactional
  public Optional<ReceivedDelivery> find(long id) {
    return Optional.ofNullable(entities.find(Delivery.class, id)).map(Delivery::received);
  }

  /**
   * What was sent, as lines without anything that somebody wrote: structure, numbers, times, kinds
   * of things, and the lengths of texts.
   */
  @Transactional
  public Optional<String> redactedPayload(long id) {
    return Optional.ofNullable(entities.find(Delivery.class, id))
        .map(delivery -> RedactedPayload.of(delivery.body));
  }

  /**
   * Deletes what deliveries held that ended before then; that they came, and how they ended, stays,
   * so that none is worked on a second time.
   *
   * @return how many there were
   */
  @Transactional
  public int forgetEndedBefore(Instant time) {
    return entities
        .createQuery(
            "update Delivery d set d.headers = :erased, d.body = :nothing"
                + " where d.attempts.state <> :open and d.attempts.finishedAt < :time"
                + " and d.headers <> :erased")
        .setParameter("erased", Delivery.ERASED)
        .setParameter("nothing", new byte[0])
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("time", time)
        .executeUpdate();
  }

  /** Works on it again, whatever became of it; false: there is none of this id. */
  @Transactional
  public boolean replay(long id) {
    var delivery = Optional.ofNullable(entities.find(Delivery.class, id));
    delivery.ifPresent(found -> found.attempts.replay(clock.instant()));
    return delivery.isPresent();
  }

  /** How many of these have been worked on, to their end. */
  @Transactional
  public long ended(WorkFilter filter) {
    return due().ended(filter);
  }

  /**
   * Works again on these that have been worked on, whatever became of them: all of them, or none
   * when they are not as many as somebody saw.
   *
   * @param seen at most {@link #MOST_AT_ONCE}
   * @return whether they were
   */
  @Transactional
  public boolean replay(WorkFilter filter, long seen) {
    return seen <= MOST_AT_ONCE && due().replay(filter, seen);
  }

  /** Works again on those that were given up; returns how many there were. */
  @Transactional
  public int replayDead(WorkFilter filter) {
    return due().replay(filter);
  }

  private DueRows<Delivery> due() {
    return new DueRows<>(
        entities,
        Delivery.class,
        delivery -> delivery.id,
        delivery -> delivery.attempts,
        clock,
        "receivedAt");
  }
}
