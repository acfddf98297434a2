package org.svarbar.notice;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;

/** All notices, sent and to be sent. */
@ApplicationScoped
@Transactional
public class Notices implements LeasedRows {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Until when each connection's have been told. */
  Map<String, Instant> toldUntil(Occasion occasion) {
    return entities
        .createQuery(
            "select n.connectionId, max(n.until) from Notice n where n.occasion = :occasion"
                + " group by n.connectionId",
            Object[].class)
        .setParameter("occasion", occasion.word())
        .getResultStream()
        .collect(toMap(found -> (String) found[0], found -> (Instant) found[1]));
  }

  /**
   * Stores it for each of these ways.
   *
   * @throws RuntimeException when it could not be stored, for instance because another node has
   *     done so
   */
  void add(Sighting seen, List<String> ways) {
    ways.forEach(way -> entities.persist(new Notice(seen, way, clock.instant())));
  }

  @Override
  public List<Lease> claim(int most, Duration lease) {
    return due().claim(most, lease);
  }

  @Override
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
  }

  Optional<Notice> leased(Lease lease) {
    return due().leased(lease);
  }

  void sent(Lease lease) {
    due().held(lease).ifPresent(notice -> notice.attempts.done(clock.instant()));
  }

  void failed(Lease lease, RetryPolicy.Next next) {
    due().held(lease).ifPresent(notice -> next.record(notice.attempts, clock.instant()));
  }

  /** What is still to be sent and what was given up, by connection. */
  public List<DueRows.Waiting> waiting() {
    return due().waiting();
  }

  /**
   * Deletes those that ended before then; the last of a kind stays, because it says what has been
   * told.
   *
   * @return how many there were
   */
  public int forgetEndedBefore(Instant time) {
    return entities
        .createQuery(
            "delete from Notice n where n.attempts.state <> :open and n.attempts.finishedAt < :time"
                + " and exists (select later.id from Notice later where"
                + " later.occasion = n.occasion and later.connectionId = n.connectionId"
                + " and later.until > n.until)")
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("time", time)
        .executeUpdate();
  }

  private DueRows<Notice> due() {
    return new DueRows<>(
        entities, Notice.class, notice -> notice.id, notice -> notice.attempts, clock);
  }
}
