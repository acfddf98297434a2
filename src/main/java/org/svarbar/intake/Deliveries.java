package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.svarbar.assist.Assist;
import org.svarbar.assist.Decision;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.outbox.OpenedTickets;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Correlation;
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
  @Inject Connections connections;
  @Inject Assist assist;
  @Inject DeliveryWorker worker;

  /**
   * A verified call.
   *
   * @param contentKey by what it is recognised when it comes again
   * @param correlation what it carries when it is new
   */
  record Received(
      ConnectionId connection,
      String contentKey,
      WebhookRequest request,
      Instant at,
      Correlation correlation) {

    private Content content() {
      return new Content(connection, contentKey);
    }

    private Delivery row() {
      return correlation.during(() -> new Delivery(connection, contentKey, request, at));
    }
  }

  private record Content(ConnectionId connection, String key) {}

  /** What the delivery of this signed content carries that was received before. */
  @Transactional
  Optional<Correlation> known(ConnectionId connection, String contentKey) {
    return Optional.ofNullable(known(connection, Set.of(contentKey)).get(contentKey));
  }

  private Map<String, Correlation> known(ConnectionId connection, Set<String> contentKeys) {
    return entities
        .createQuery(
            "select d.contentKey, d.correlation from Delivery d"
                + " where d.connectionId = :connection and d.contentKey in :keys",
            Object[].class)
        .setParameter("connection", connection.value())
        .setParameter("keys", contentKeys)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                found -> (String) found[0], found -> Delivery.correlation((String) found[1])));
  }

  /**
   * Stores those that are not known; when this returns, they are committed.
   *
   * @return in their order, what is carried by the delivery of the same content
   * @throws RuntimeException when they could not be stored, for instance because another server
   *     stored one with the same content in between; then none was
   */
  @Transactional
  List<Correlation> store(List<Received> received) {
    var rows = new LinkedHashMap<Content, Delivery>();
    received.forEach(one -> rows.computeIfAbsent(one.content(), content -> one.row()));
    var repeated = insert(List.copyOf(rows.values()));
    var carried = new HashMap<Content, Correlation>();
    rows.forEach((content, row) -> carried.put(content, row.correlation()));
    repeated.forEach(row -> carried.remove(content(row)));
    carried.putAll(known(repeated));
    return received.stream()
        .map(one -> Objects.requireNonNull(carried.get(one.content()), "deleted just now"))
        .toList();
  }

  private static Content content(Delivery row) {
    return new Content(row.connection(), row.contentKey);
  }

  private List<Delivery> insert(List<Delivery> rows) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> NewDeliveries.insert(rows, connection));
  }

  private Map<Content, Correlation> known(List<Delivery> repeated) {
    var found = new HashMap<Content, Correlation>();
    repeated.stream()
        .collect(
            Collectors.groupingBy(
                Delivery::connection, Collectors.mapping(it -> it.contentKey, Collectors.toSet())))
        .forEach(
            (connection, keys) ->
                known(connection, keys)
                    .forEach((key, known) -> found.put(new Content(connection, key), known)));
    return found;
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
    if (known(changed.ref().connection(), untold.contentKey()).isPresent()
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
    return except.isEmpty()
        ? due().claim(most, lease, delivery -> delivery.connectionId)
        : due().claim(most, lease, delivery -> delivery.connectionId, connections.idsBut(except));
  }

  @Override
  @Transactional
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
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

  /**
   * Deletes those that ended before then; one that comes once more is worked on again.
   *
   * @return how many there were
   */
  int deleteEndedBefore(Instant time) {
    return due().deleteEndedBefore(time);
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
