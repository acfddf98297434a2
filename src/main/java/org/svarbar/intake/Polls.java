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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;
import org.svarbar.ticket.ConnectionId;

/** How far each helpdesk has been asked for what changed. */
@ApplicationScoped
@Transactional
public class Polls implements LeasedRows {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /**
   * A poll that is due.
   *
   * @param askedUntil the helpdesk has been asked for all changes before that
   * @param attempt 1 for the first one since it answered last
   */
  record Begun(ConnectionId connection, Instant askedUntil, int attempt) {}

  /** Sees to it that there is a row for each of these, and for no others. */
  void keep(Set<ConnectionId> connections) {
    var missing = new HashSet<>(connections);
    for (var poll : entities.createQuery("select p from Poll p", Poll.class).getResultList()) {
      if (!missing.remove(poll.connection())) {
        entities.remove(poll);
      }
    }
    missing.forEach(connection -> entities.persist(new Poll(connection, clock.instant())));
  }

  @Override
  public List<Lease> claim(int most, Duration lease) {
    return due().claim(most, lease);
  }

  @Override
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
  }

  /** Since when each helpdesk that does not answer has not, by connection. */
  public Map<String, Instant> failingSince() {
    return due().failingSince();
  }

  /** Empty: the lease does not hold any more. */
  Optional<Begun> begin(Lease lease) {
    return due()
        .leased(lease)
        .map(poll -> new Begun(poll.connection(), poll.askedUntil, poll.attempts.count()));
  }

  /**
   * All changes before `until` have been asked for.
   *
   * @param found how many of them nobody had told us
   */
  void done(Lease lease, Instant until, int found, Duration pause) {
    due().held(lease).ifPresent(poll -> poll.done(until, found, clock.instant(), pause));
  }

  void failed(Lease lease, String error, Duration pause) {
    due().held(lease).ifPresent(poll -> poll.attempts.failed(error, clock.instant(), pause));
  }

  private DueRows<Poll> due() {
    return new DueRows<>(entities, Poll.class, poll -> poll.id, poll -> poll.attempts, clock);
  }
}
