package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.text.Links;

/** All entries that there are. Whoever writes here need not think of the index. */
@ApplicationScoped
@Transactional
public class FaqEntries {

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;
  @Inject IndexWake wake;

  public Optional<FaqEntry> find(long id) {
    return Optional.ofNullable(entityManager.find(StoredEntry.class, id)).map(StoredEntry::entry);
  }

  /** Those of them that there are, by their ids. */
  public Map<Long, FaqEntry> findAll(Collection<Long> ids) {
    var found = new HashMap<Long, FaqEntry>();
    if (!ids.isEmpty()) {
      entityManager
          .createQuery(
              "select e from StoredEntry e left join fetch e.questions where e.id in :ids",
              StoredEntry.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(stored -> found.put(stored.id, stored.entry()));
    }
    return found;
  }

  /**
   * By source, key and language.
   *
   * @param page counted from 0
   * @param size 1 to 200
   */
  public EntryPage list(EntryFilter filter, int page, int size) {
    var condition = new EntryCondition(filter);
    var total =
        condition
            .bind(
                entityManager.createQuery(
                    "select count(e) from StoredEntry e" + condition.where(), Long.class))
            .getSingleResult();
    var entries =
        condition
            .bind(
                entityManager.createQuery(
                    "select e from StoredEntry e"
                        + condition.where()
                        + " order by e.source, e.key, e.language",
                    StoredEntry.class))
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultList();
    return new EntryPage(entries.stream().map(StoredEntry::entry).toList(), page, size, total);
  }

  /** Of a source's entries that are not retired. */
  public List<EntryIdentity> identities(String source) {
    return entityManager
        .createQuery(
            "select e.id, e.key, e.language from StoredEntry e"
                + " where e.source = :source and e.retiredAt is null order by e.id",
            Object[].class)
        .setParameter("source", source)
        .getResultStream()
        .map(it -> new EntryIdentity((Long) it[0], (String) it[1], Locale.of((String) it[2])))
        .toList();
  }

  /** When entries came; costs a look at all of them. */
  public EntryDates dates() {
    return new EntryDates(
        entityManager
            .createQuery(
                "select e.id, e.source, e.createdAt, e.changedAt from StoredEntry e"
                    + " where e.retiredAt is null",
                Object[].class)
            .getResultStream()
            .map(
                it ->
                    new EntryDates.Dated(
                        (Long) it[0], (String) it[1], (Instant) it[2], (Instant) it[3]))
            .toList());
  }

  /** The groups that entries have, in alphabetical order. */
  public List<String> groups() {
    return entityManager
        .createQuery(
            "select distinct e.group from StoredEntry e"
                + " where e.group is not null and e.retiredAt is null order by e.group",
            String.class)
        .getResultList();
  }

  /** Whether somebody wrote over this entry by hand, so that it does not follow its source. */
  public boolean isEditedByHand(long id) {
    return Optional.ofNullable(entityManager.find(StoredEntry.class, id))
        .filter(entry -> entry.editedByHand)
        .isPresent();
  }

  /** Whether an entry that is not retired has this group. */
  public boolean hasGroup(String group) {
    return !entityManager
        .createQuery(
            "select e.id from StoredEntry e where e.group = :group and e.retiredAt is null",
            Long.class)
        .setParameter("group", group)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The sources that entries have, in alphabetical order. */
  public List<String> sources() {
    return entityManager
        .createQuery("select distinct e.source from StoredEntry e order by e.source", String.class)
        .getResultList();
  }

  /**
   * Those, not retired, whose page is one of these.
   *
   * @param pages as {@link Links#comparable} gives them
   * @return by page, only those that an entry has
   */
  public Map<URI, List<FaqEntry>> at(Collection<URI> pages) {
    var written = pages.stream().flatMap(FaqEntries::written).toList();
    if (written.isEmpty()) {
      return Map.of();
    }
    return entityManager
        .createQuery(
            "select e from StoredEntry e where e.url in :written and e.retiredAt is null"
                + " order by e.id",
            StoredEntry.class)
        .setParameter("written", written)
        .getResultStream()
        .map(StoredEntry::entry)
        .collect(Collectors.groupingBy(it -> Links.comparable(it.url().get().toString()).get()));
  }

  /** In how many ways the same page's address may stand in an entry. */
  private static Stream<String> written(URI page) {
    var rest = page.toString().substring("https://".length());
    return Stream.of("https://", "http://", "https://www.", "http://www.")
        .flatMap(start -> Stream.of(start + rest, start + rest + "/"));
  }

  /** Whether an entry has this question, in any case of its letters. */
  public boolean hasQuestion(String question) {
    return entityManager
            .createQuery(
                "select count(e) from StoredEntry e join e.questions q where lower(q) = :question",
                Long.class)
            .setParameter("question", question.strip().toLowerCase(Locale.ROOT))
            .getSingleResult()
        > 0;
  }

  /**
   * @return the new entry; empty: there is one with this source, key and language already
   */
  public Optional<FaqEntry> add(String source, EntryDraft draft) {
    var same =
        entityManager
            .createQuery(
                "select count(e) from StoredEntry e"
                    + " where e.source = :source and e.key = :key and e.language = :language",
                Long.class)
            .setParameter("source", source)
            .setParameter("key", draft.key())
            .setParameter("language", draft.language().getLanguage())
            .getSingleResult();
    if (same > 0) {
      return Optional.empty();
    }
    var entry = new StoredEntry(source, draft, clock.instant());
    entityManager.persist(entry);
    wake.afterCommit();
    return Optional.of(entry.entry());
  }

  /**
   * What a person writes over an entry. The draft must have the entry's key and language.
   *
   * @param revision the one that the edit started from
   * @return whether it was saved: not when the entry is gone or somebody changed it after it was
   *     read for this edit
   */
  public boolean change(long id, EntryDraft draft, long revision) {
    return locked(id)
        .filter(entry -> entry.revision == revision)
        .map(entry -> done(entry, it -> it.edit(draft, clock.instant())))
        .isPresent();
  }

  /**
   * It is not suggested any more, and no import brings it back.
   *
   * @return whether there is such an entry
   */
  public boolean retire(long id) {
    return locked(id).map(entry -> done(entry, it -> it.retire(clock.instant()))).isPresent();
  }

  /**
   * Takes {@link #retire(long)} back.
   *
   * @return whether there is such an entry
   */
  public boolean restore(long id) {
    return locked(id).map(entry -> done(entry, it -> it.restore(clock.instant()))).isPresent();
  }

  private Optional<StoredEntry> locked(long id) {
    return Optional.ofNullable(
        entityManager.find(StoredEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private StoredEntry done(StoredEntry entry, Consumer<StoredEntry> what) {
    what.accept(entry);
    wake.afterCommit();
    return entry;
  }
}
