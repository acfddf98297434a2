package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockOptions;
import org.svarbar.assist.Assist;
import org.svarbar.assist.Decision;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.ticket.ConnectionId;

/** All received webhook calls. */
@ApplicationScoped
public class Deliveries {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Assist assist;

  /** Whether this signed content was received before. */
  @Transactional
  boolean isKnown(ConnectionId connection, String contentKey) {
    return !entities
        .createQuery(
            "select 1 from Delivery where connectionId = :connection and contentKey = :key",
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
   * @throws RuntimeException when it could not be stored, for instance because another call with the same content was
   *     stored in between
   */
  @Transactional
  void store(ConnectionId connection, String contentKey, WebhookRequest request) {
    entities.persist(new Delivery(connection, contentKey, request, clock.instant()));
  }

  /** Leases due deliveries, oldest first, passing over what other workers hold. */
  @Transactional
  List<Lease> claim(int most, Duration lease) {
    var now = clock.instant();
    return entities
        .createQuery(
            "from Delivery where attempts.state = :open and attempts.dueAt <= :now"
                + " order by attempts.dueAt",
            Delivery.class)
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("now", now)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", LockOptions.SKIP_LOCKED)
        .getResultList()
        .stream()
        .map(delivery -> new Lease(delivery.id, delivery.attempts.lease(now, lease)))
        .toList();
  }

  @Transactional
  void renew(Lease lease, Duration length) {
    held(lease).ifPresent(delivery -> delivery.attempts.renew(clock.instant(), length));
  }

  /** The delivery, if the lease still holds. */
  @Transactional
  Optional<Delivery> leased(Lease lease) {
    return Optional.ofNullable(entities.find(Delivery.class, lease.id()))
        .filter(delivery -> delivery.attempts.isLeasedAs(lease.token()));
  }

  /** Records the end and hands over what is to be done, in one transaction; returns whether the lease still held. */
  @Transactional
  boolean complete(Lease lease, Decision decision) {
    var held = held(lease);
    held.ifPresent(
        delivery -> {
          assist.carryOut(decision);
          delivery.done(decision.event(), decision.ticketId(), decision.outcome(), clock.instant());
        });
    return held.isPresent();
  }

  @Transactional
  void failed(Lease lease, RetryPolicy.Next next) {
    held(lease)
        .ifPresent(
            delivery -> {
              switch (next) {
                case RetryPolicy.Next.TryAgain again ->
                    delivery.attempts.failed(again.error(), clock.instant(), again.pause());
                case RetryPolicy.Next.GiveUp giveUp ->
                    delivery.attempts.gaveUp(giveUp.error(), clock.instant());
              }
            });
  }

  private Optional<Delivery> held(Lease lease) {
    return Optional.ofNullable(
            entities.find(Delivery.class, lease.id(), LockModeType.PESSIMISTIC_WRITE))
        .filter(delivery -> delivery.attempts.isLeasedAs(lease.token()));
  }
}
