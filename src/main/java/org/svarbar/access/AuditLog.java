package org.svarbar.access;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.event.spi.EventSource;

/** Who changed what, and who logged in. Nothing in it is ever changed; it goes when it is old. */
@ApplicationScoped
@Transactional
public class AuditLog {

  private static final String CHOSEN =
      " from AuditRow r where lower(r.who) like :who escape '!'"
          + " and (lower(r.path) like :what escape '!' or r.what like :what escape '!')"
          + " and r.happenedAt >= :from and r.happenedAt < :until"
          + " and (:refused = true or r.outcome = 'done' or r.what = 'log-in')";

  private static final int MOST_REFUSALS = 10;
  private static final String UNKNOWN = "?";

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** In a transaction of its own: what else fails does not take it back. */
  @Transactional(REQUIRES_NEW)
  public void write(String who, String what, String path, boolean done, String changes) {
    entities.persist(
        new AuditRow(new AuditRecord(clock.instant(), who, what, path, done, changes)));
  }

  /** Says more about the request that this thread works on, by the caller's transaction. */
  @Transactional(MANDATORY)
  public void note(String change) {
    AuditedRequest.current()
        .ifPresent(request -> request.changed(change, entities.unwrap(EventSource.class)));
  }

  /**
   * That somebody could not log in. Names that nobody has are not written down, because people type
   * passwords there; of a flood on one name only the first ones of a minute are.
   */
  public void refuseLogIn(String typed) {
    // PostgreSQL knows no character 0, and refuses the question
    var known = typed.indexOf(0) < 0 && entities.find(ConsoleUser.class, typed) != null;
    var who = known ? typed : UNKNOWN;
    var lately =
        entities
            .createQuery(
                "select count(r) from AuditRow r where r.what = :what and r.outcome = 'refused'"
                    + " and r.who = :who and r.happenedAt > :since",
                Long.class)
            .setParameter("what", AuditRecord.LOG_IN)
            .setParameter("who", who)
            .setParameter("since", clock.instant().minusSeconds(60))
            .getSingleResult();
    if (lately < MOST_REFUSALS) {
      write(who, AuditRecord.LOG_IN, "", false, "");
    }
  }

  /** How many there are. */
  public long count(AuditFilter filter) {
    return of(filter, entities.createQuery("select count(r)" + CHOSEN, Long.class))
        .getSingleResult();
  }

  /**
   * The newest first.
   *
   * @param first how many of them to leave out
   * @param most how many to return
   */
  public List<AuditRecord> find(AuditFilter filter, int first, int most) {
    var query =
        entities.createQuery(
            "select r" + CHOSEN + " order by r.happenedAt desc, r.id desc", AuditRow.class);
    return of(filter, query)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultStream()
        .map(AuditRow::record)
        .toList();
  }

  /** Deletes what happened before; returns how many records that were. */
  int purge(Instant before) {
    return entities
        .createQuery("delete from AuditRow r where r.happenedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  private static <T> TypedQuery<T> of(AuditFilter filter, TypedQuery<T> query) {
    return query
        .setParameter("who", containing(filter.who()))
        .setParameter("what", containing(filter.what()))
        .setParameter("from", filter.from())
        .setParameter("until", filter.until())
        .setParameter("refused", filter.refused());
  }

  private static String containing(String part) {
    return "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }
}
