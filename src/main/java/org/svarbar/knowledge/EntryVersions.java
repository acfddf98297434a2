package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The same entries in several languages: those that one source calls the same. */
@ApplicationScoped
@Transactional
public class EntryVersions {

  @PersistenceContext EntityManager entityManager;
  @Inject FaqEntries entries;

  /** Changes when entries change. */
  public record Mark(long entries, Optional<Instant> changedAt) {

    /** When there are no entries. */
    public static final Mark NONE = new Mark(0, Optional.empty());
  }

  /** Ids of an entry in two languages. */
  public record Pair(long first, long second) {}

  public Mark mark() {
    var count = entityManager.createQuery("select count(e) from StoredEntry e", Long.class);
    var latest =
        entityManager.createQuery("select max(e.changedAt) from StoredEntry e", Instant.class);
    return new Mark(count.getSingleResult(), Optional.ofNullable(latest.getSingleResult()));
  }

  /**
   * Entries that there are in both languages, the newest first; without those that are retired.
   *
   * @param most at least 1
   */
  public List<Pair> translated(Locale first, Locale second, int most) {
    return entityManager
        .createQuery(
            "select e.id, o.id from StoredEntry e, StoredEntry o"
                + " where o.source = e.source and o.key = e.key"
                + " and e.language = :first and o.language = :second"
                + " and e.retiredAt is null and o.retiredAt is null order by e.id desc",
            Object[].class)
        .setParameter("first", first.getLanguage())
        .setParameter("second", second.getLanguage())
        .setMaxResults(most)
        .getResultStream()
        .map(it -> new Pair((Long) it[0], (Long) it[1]))
        .toList();
  }

  /** Whether a language has an entry that those who read the other language do not have. */
  public boolean hasMore(Locale language, Locale than) {
    return !entityManager
        .createQuery(
            "select e.id from StoredEntry e where e.language = :language and e.retiredAt is null"
                + " and not exists (select o.id from StoredEntry o where o.source = e.source"
                + " and o.key = e.key and o.language = :than and o.retiredAt is null"
                + " and (o.visibility = e.visibility or o.visibility = :public)"
                + " and (o.group is null or o.group = e.group))",
            Long.class)
        .setParameter("language", language.getLanguage())
        .setParameter("than", than.getLanguage())
        .setParameter("public", Visibility.PUBLIC)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * What these entries are called in another language; without those that are not there.
   *
   * @param ids of entries in whatever language
   * @return the entries in `language`, by the ids of those that were asked for
   */
  public Map<Long, FaqEntry> in(Locale language, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var own = new HashMap<Long, Long>();
    entityManager
        .createQuery(
            "select e.id, o.id from StoredEntry e, StoredEntry o"
                + " where e.id in :ids and o.source = e.source and o.key = e.key"
                + " and o.language = :language",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("language", language.getLanguage())
        .getResultList()
        .forEach(it -> own.put((Long) it[0], (Long) it[1]));
    var found = new HashMap<Long, FaqEntry>();
    var all = entries.findAll(own.values());
    own.forEach((id, version) -> found.put(id, all.get(version)));
    return found;
  }
}
