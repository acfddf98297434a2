package org.svarbar.outbox;

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
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.ticket.TicketAction;

/** All actions, done and to be done. */
@ApplicationScoped
class Actions {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Stores it in the caller's transaction, unless it is there already. */
  @Transactional(Transactional.TxType.MANDATORY)
  void addOnce(TicketAction action) {
    var row = new Action(action, clock.instant());
    var known =
        entities
            .createQuery(
                "select 1 from Action where connectionId = :connection and ticketId = :ticket"
                    + " and kind = :kind and key = :key",
                Integer.class)
            .setParameter("connection", row.connectionId)
            .setParameter("ticket", row.ticketId)
            .setParameter("kind", row.kind)
            .setParameter("key", row.key)
            .getResultList();
    if (known.isEmpty()) {
      entities.persist(row);
    }
  }

  /** Leases due actions, oldest first, passing over what other workers hold. */
  @Transactional
  List<Lease> claim(int most, Duration lease) {
    var now = clock.instant();
    return entities
        .createQuery(
            "from Action where attempts.state = :open and attempts.dueAt <= :now"
                + " order by attempts.dueAt",
            Action.class)
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("now", now)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", LockOptions.SKIP_LOCKED)
        .getResultList()
        .stream()
        .map(action -> new Lease(action.id, action.attempts.lease(now, lease)))
        .toList();
  }

  @Transactional
  void renew(Lease lease, Duration length) {
    held(lease).ifPresent(action -> action.attempts.renew(clock.instant(), length));
  }

  /** The action, if the lease still holds. */
  @Transactional
  Optional<Action> leased(Lease lease) {
    return Optional.ofNullable(entities.find(Action.class, lease.id()))
        .filter(action -> action.attempts.isLeasedAs(lease.token()));
  }

  @Transactional
  void ended(Lease lease, Performed performed) {
    held(lease).ifPresent(action -> action.ended(performed, clock.instant()));
  }

  @Transactional
  void failed(Lease lease, RetryPolicy.Next next) {
    held(lease)
        .ifPresent(
            action -> {
              switch (next) {
                case RetryPolicy.Next.TryAgain again ->
                    action.attempts.failed(again.error(), clock.instant(), again.pause());
                case RetryPolicy.Next.GiveUp giveUp ->
                    action.attempts.gaveUp(giveUp.error(), clock.instant());
              }
            });
  }

  private Optional<Action> held(Lease lease) {
    return Optional.ofNullable(
            entities.find(Action.class, lease.id(), LockModeType.PESSIMISTIC_WRITE))
        .filter(action -> action.attempts.isLeasedAs(lease.token()));
  }
}
