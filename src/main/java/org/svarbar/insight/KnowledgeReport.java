package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.insight.Finding.Kind;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;

/** What is the matter with the knowledge, for people to decide about. */
@ApplicationScoped
@Transactional
public class KnowledgeReport {

  private static final String OPEN =
      " from StoredFinding f where f.dismissedAt is null and (:any = true or f.kind = :kind)";

  @PersistenceContext EntityManager entities;
  @Inject FaqEntries entries;
  @Inject ExaminationLoop examination;
  @Inject Clock clock;

  /** How many findings nobody dismissed; of one kind, or of all. */
  public long count(Optional<Kind> kind) {
    return of(entities.createQuery("select count(f)" + OPEN, Long.class), kind).getSingleResult();
  }

  /**
   * Findings that nobody dismissed: contradictions first, then duplicates, then what may be stale.
   *
   * @param page counted from 0
   * @param size 1 to 200
   */
  public List<Finding> open(Optional<Kind> kind, int page, int size) {
    var rows =
        of(
                entities.createQuery(
                    "select f" + OPEN + " order by f.kind, f.id", StoredFinding.class),
                kind)
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultList();
    var known =
        entries.findAll(
            rows.stream().flatMap(row -> Stream.of(row.entryId, row.otherId)).distinct().toList());
    return rows.stream().flatMap(row -> finding(row, known).stream()).toList();
  }

  private static Optional<Finding> finding(StoredFinding row, Map<Long, FaqEntry> known) {
    return Optional.ofNullable(known.get(row.entryId))
        .map(entry -> row.finding(entry, Optional.ofNullable(known.get(row.otherId))));
  }

  private static <T> TypedQuery<T> of(TypedQuery<T> query, Optional<Kind> kind) {
    return query.setParameter("any", kind.isEmpty()).setParameter("kind", kind.orElse(Kind.STALE));
  }

  /**
   * It is not shown any more until one of its entries changes.
   *
   * @param who decides so
   * @return whether there is such a finding that nobody dismissed before
   */
  public boolean dismiss(long id, String who) {
    return entities
            .createQuery(
                "update StoredFinding f set f.dismissedAt = :now, f.dismissedBy = :who"
                    + " where f.id = :id and f.dismissedAt is null")
            .setParameter("now", clock.instant())
            .setParameter("who", who)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  /** Has what changed looked at now; returns at once. */
  public void examineNow() {
    examination.wake();
  }
}
