package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The entries as the indexing worker asks for them. */
@ApplicationScoped
@Transactional
class EntriesToIndex {

  @PersistenceContext EntityManager entityManager;
  @Inject FaqEntries entries;

  /** Entries that the index is behind with, retired ones too. */
  List<FaqEntry> behind(int most) {
    return read(
        entityManager
            .createQuery(
                "select e.id from StoredEntry e where e.behind = true order by e.id", Long.class)
            .setMaxResults(most)
            .getResultList());
  }

  /** Whether there are more, with greater ids. */
  boolean isBehindAfter(long id) {
    return !entityManager
        .createQuery(
            "select e.id from StoredEntry e where e.behind = true and e.id > :id", Long.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** How many entries the index is behind with. */
  long countBehind() {
    return entityManager
        .createQuery("select count(e) from StoredEntry e where e.behind = true", Long.class)
        .getSingleResult();
  }

  /**
   * Entries that are not retired, in the order of their ids, from the first that is greater than
   * `id`.
   */
  List<FaqEntry> after(long id, int most) {
    return read(
        entityManager
            .createQuery(
                "select e.id from StoredEntry e"
                    + " where e.id > :id and e.retiredAt is null order by e.id",
                Long.class)
            .setParameter("id", id)
            .setMaxResults(most)
            .getResultList());
  }

  /** What was read with its revision is in the index; what was changed since is still behind. */
  void indexed(Collection<FaqEntry> written) {
    var byRevision = written.stream().collect(Collectors.groupingBy(FaqEntry::revision));
    byRevision.forEach(
        (revision, entries) ->
            entityManager
                .createQuery(
                    "update StoredEntry e set e.behind = false"
                        + " where e.id in :ids and e.revision = :revision")
                .setParameter("ids", entries.stream().map(FaqEntry::id).toList())
                .setParameter("revision", revision)
                .executeUpdate());
  }

  private List<FaqEntry> read(List<Long> ids) {
    return entries.findAll(ids).values().stream()
        .sorted(Comparator.comparingLong(FaqEntry::id))
        .toList();
  }
}
