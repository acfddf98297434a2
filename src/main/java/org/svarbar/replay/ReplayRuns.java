package org.svarbar.replay;

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
import java.util.Optional;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;
import org.svarbar.replay.Replay.Standing;
import org.svarbar.requester.RequesterTickets;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Learning;
import org.svarbar.triage.Outcomes;

/**
 * The steps of a replay, each in a transaction of its own that holds the replay's row: whoever lost
 * the lease, or was cancelled, gets a {@link Ended} and changes nothing any more.
 */
@ApplicationScoped
@Transactional
class ReplayRuns implements LeasedRows {

  /** Another try after trouble with the helpdesk or the search. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** So often it is tried before it is given up. */
  private static final int MOST_TRIES = 40;

  @PersistenceContext EntityManager entities;
  @Inject RequesterTickets requesters;
  @Inject Outcomes outcomes;
  @Inject Learning learning;
  @Inject Clock clock;

  /**
   * A replay to work on.
   *
   * @param position see {@link PastTickets#of}
   * @param file what was uploaded; empty: the helpdesk is asked
   */
  record Begun(long id, ReplayOrder order, Instant position, Optional<List<Ticket>> file) {}

  /** The replay is no longer ours to work on. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("the replay was cancelled, or is worked on elsewhere", null, false, false);
    }
  }

  @Override
  public List<Lease> claim(int most, Duration lease) {
    return due().claim(most, lease);
  }

  @Override
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
  }

  /** Empty: the lease does not hold any more. */
  Optional<Begun> begin(Lease lease) {
    return due()
        .leased(lease)
        .map(row -> new Begun(row.id, row.order(), row.position, file(row, row.order())));
  }

  private Optional<List<Ticket>> file(ReplayRow row, ReplayOrder order) {
    return Optional.ofNullable(entities.find(ReplayFile.class, row.id))
        .map(file -> TicketFile.read(file.content, order.connection()));
  }

  /** Those of them that have no case yet, as many as are still wanted. */
  List<TicketRef> wanted(Lease lease, Collection<TicketRef> tickets) {
    var row = held(lease);
    var ids = tickets.stream().map(TicketRef::id).toList();
    var known =
        new HashSet<>(
            entities
                .createQuery(
                    "select c.ticketId from CaseRow c where c.replayId = :replay"
                        + " and c.ticketId in :ids",
                    String.class)
                .setParameter("replay", row.id)
                .setParameter("ids", ids)
                .getResultList());
    return tickets.stream()
        .filter(it -> !known.contains(it.id()))
        .limit(Math.max(0, row.most - count(row.id)))
        .toList();
  }

  /** Keeps a case and what is learned from it; the same ticket again changes nothing. */
  void take(Lease lease, Ticket ticket, TicketReplay.Replayed replayed) {
    var row = held(lease);
    var found = replayed.found();
    if (isKnown(row.id, found.ticketId())) {
      return;
    }
    entities.persist(new CaseRow(row.id, found));
    requesters.remember(ticket.ref(), ticket.requester());
    replayed.outcome().ifPresent(outcomes::put);
  }

  private boolean isKnown(long replay, String ticket) {
    return !entities
        .createQuery(
            "select c.id from CaseRow c where c.replayId = :replay and c.ticketId = :ticket",
            Long.class)
        .setParameter("replay", replay)
        .setParameter("ticket", ticket)
        .getResultList()
        .isEmpty();
  }

  /**
   * All up to here is done.
   *
   * @param fresh see {@link PastTickets.Some}
   * @return whether more is wanted
   */
  boolean moved(Lease lease, Instant until, int fresh) {
    var row = held(lease);
    row.position = until;
    row.found += fresh;
    return count(row.id) < row.most;
  }

  void finish(Lease lease) {
    var row = held(lease);
    row.end(Standing.FINISHED, clock.instant());
    Optional.ofNullable(entities.find(ReplayFile.class, row.id)).ifPresent(entities::remove);
    learning.review(new ConnectionId(row.connectionId));
  }

  /** It goes on where it is, at once: the server stops. */
  void leave(Lease lease) {
    due().held(lease).ifPresent(row -> row.attempts.again(clock.instant(), Duration.ZERO));
  }

  /** It is tried again, or given up after many tries. */
  void failed(Lease lease, String why) {
    due()
        .held(lease)
        .ifPresent(
            row -> {
              if (row.attempts.count() >= MOST_TRIES) {
                row.standing = Standing.FAILED;
                row.attempts.gaveUp(why, clock.instant());
              } else {
                row.attempts.failed(why, clock.instant(), PAUSE);
              }
            });
  }

  private int count(long replay) {
    return entities
        .createQuery("select count(c) from CaseRow c where c.replayId = :replay", Long.class)
        .setParameter("replay", replay)
        .getSingleResult()
        .intValue();
  }

  private ReplayRow held(Lease lease) {
    return due()
        .held(lease)
        .filter(row -> row.standing == Standing.RUNNING)
        .orElseThrow(Ended::new);
  }

  private DueRows<ReplayRow> due() {
    return new DueRows<>(entities, ReplayRow.class, row -> row.id, row -> row.attempts, clock);
  }
}
