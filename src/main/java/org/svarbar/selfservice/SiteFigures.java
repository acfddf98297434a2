package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Counts what self-service solved, once it is known, and what it had no answer to. */
@ApplicationScoped
public class SiteFigures {

  /** What JPA takes for `FOR UPDATE SKIP LOCKED`. */
  private static final int SKIP_LOCKED = -2;

  private static final int MOST_LISTED = 50;

  @PersistenceContext EntityManager entities;
  @Inject HelpSessions sessions;
  @Inject Clock clock;

  /**
   * How sessions ended that began in so many days and whose customers stayed away for long enough.
   *
   * @param confirmed the customer said that an answer helped
   * @param unconfirmed an answer was read, and nothing was said
   * @param contacted the customer wanted a person, or wrote
   * @param unsolved nothing was opened, or it did not help, and the customer did not write
   * @param notYet younger ones, of which nobody knows yet
   */
  public record Deflection(
      long confirmed, long unconfirmed, long contacted, long unsolved, long notYet) {}

  /**
   * How many contacts answers spare.
   *
   * @param shown sessions whose customers saw answers, and how many of them made contact
   * @param held sessions whose customers saw none
   * @param difference of the shares of contacts, without answers less with; empty: one side has no
   *     session
   */
  public record HoldOut(
      long shown,
      long shownContacted,
      long held,
      long heldContacted,
      Optional<ShareDifference> difference) {

    static HoldOut of(long shown, long shownContacted, long held, long heldContacted) {
      return new HoldOut(
          shown,
          shownContacted,
          held,
          heldContacted,
          shown == 0 || held == 0
              ? Optional.empty()
              : Optional.of(ShareDifference.of(heldContacted, held, shownContacted, shown)));
    }
  }

  /** How often something was. */
  public record Count(String what, long times) {}

  /** Counts sessions whose time is over; returns how many there were, at most so many. */
  @Transactional
  int count(HelpSite site, int most) {
    var over =
        entities
            .createQuery(
                "select s from SessionRow s where s.siteId = :site and s.counted = false"
                    + " and s.lastAt < :since order by s.id",
                SessionRow.class)
            .setParameter("site", site.id())
            .setParameter("since", clock.instant().minus(Duration.ofDays(site.solvedAfterDays())))
            .setMaxResults(most)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultList();
    for (var row : over) {
      row.counted = true;
      count(site, row);
    }
    return over.size();
  }

  /** Who is compared counts also if they did nothing: more of those see no answers and leave. */
  private void count(HelpSite site, SessionRow row) {
    var wrote = wrote(row);
    var ending = Ending.of(sessions.session(row), wrote);
    if (ending.isEmpty() && row.arm == Arm.NONE) {
      return;
    }
    var day = day(site.id(), LocalDate.ofInstant(row.startedAt, ZoneOffset.UTC));
    ending.ifPresent(day::count);
    day.compare(row.arm, ending.map(Ending.CONTACTED::equals).orElse(wrote));
  }

  /** Of sessions that began on one of the last so many days. */
  @Transactional
  public Deflection deflection(String site, int days) {
    var sums =
        entities
            .createQuery(
                "select coalesce(sum(f.confirmed), 0), coalesce(sum(f.unconfirmed), 0),"
                    + " coalesce(sum(f.contacted), 0), coalesce(sum(f.unsolved), 0)"
                    + " from FigureRow f where f.siteId = :site and f.begunOn >= :since",
                Object[].class)
            .setParameter("site", site)
            .setParameter(
                "since", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days))
            .getSingleResult();
    var notYet =
        entities
            .createQuery(
                "select count(s) from SessionRow s where s.siteId = :site and s.counted = false"
                    + " and s.events > 0",
                Long.class)
            .setParameter("site", site)
            .getSingleResult();
    return new Deflection(
        number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]), notYet);
  }

  /** The same sessions by whether their customers saw answers, as far as they are compared. */
  @Transactional
  public HoldOut holdOut(String site, int days) {
    var sums =
        entities
            .createQuery(
                "select coalesce(sum(f.shownSessions), 0), coalesce(sum(f.shownContacted), 0),"
                    + " coalesce(sum(f.heldSessions), 0), coalesce(sum(f.heldContacted), 0)"
                    + " from FigureRow f where f.siteId = :site and f.begunOn >= :since",
                Object[].class)
            .setParameter("site", site)
            .setParameter(
                "since", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days))
            .getSingleResult();
    return HoldOut.of(number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]));
  }

  /** What was searched for in vain, most often first; of sessions that are still kept. */
  @Transactional
  public List<Count> withoutAnswer(String site) {
    return counts(
        "select lower(e.text), count(distinct e.sessionId) from SessionEventRow e, SessionRow s"
            + " where s.id = e.sessionId and s.siteId = :site and e.kind = :kind"
            + " and e.entries = '' group by lower(e.text)"
            + " order by count(distinct e.sessionId) desc, lower(e.text)",
        site,
        SessionEvent.Kind.SEARCH);
  }

  /** The ids of answers that did not help, most often first; of sessions that are still kept. */
  @Transactional
  public List<Count> notHelpful(String site) {
    return counts(
        "select e.entries, count(distinct e.sessionId) from SessionEventRow e, SessionRow s"
            + " where s.id = e.sessionId and s.siteId = :site and e.kind = :kind"
            + " and e.helpful = false group by e.entries"
            + " order by count(distinct e.sessionId) desc, e.entries",
        site,
        SessionEvent.Kind.VOTE);
  }

  private List<Count> counts(String query, String site, SessionEvent.Kind kind) {
    return entities
        .createQuery(query, Object[].class)
        .setParameter("site", site)
        .setParameter("kind", kind)
        .setMaxResults(MOST_LISTED)
        .getResultStream()
        .map(it -> new Count((String) it[0], number(it[1])))
        .toList();
  }

  /** In any channel: by this session, or by another of the same person since it began. */
  private boolean wrote(SessionRow row) {
    return entities
            .createQuery(
                "select count(l) from LinkRow l where l.undoneAt is null and (l.sessionId ="
                    + " :session or (l.requesterDigest = :person and l.linkedAt > :since))",
                Long.class)
            .setParameter("session", row.id)
            .setParameter("person", row.personDigest == null ? "" : row.personDigest)
            .setParameter("since", row.startedAt)
            .getSingleResult()
        > 0;
  }

  private FigureRow day(String site, LocalDate day) {
    return entities
        .createQuery(
            "select f from FigureRow f where f.siteId = :site and f.begunOn = :day",
            FigureRow.class)
        .setParameter("site", site)
        .setParameter("day", day)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              var fresh = new FigureRow(site, day);
              entities.persist(fresh);
              return fresh;
            });
  }

  private static long number(Object sum) {
    return ((Number) sum).longValue();
  }
}
