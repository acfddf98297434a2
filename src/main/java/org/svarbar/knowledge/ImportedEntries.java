package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.svarbar.knowledge.ImportReport.Refused;

/** The entries of one source, as an import writes them: all of it or nothing. */
@ApplicationScoped
class ImportedEntries {

  private static final int AT_A_TIME = 500;

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;
  @Inject IndexWake wake;

  /**
   * Each draft is another entry. What is retired is brought up to date and stays retired.
   *
   * @throws EntriesChangedMeanwhile when another import or an edit writes the same entries
   */
  @Transactional
  ImportReport take(String source, List<EntryDraft> drafts, List<Refused> refused) {
    try {
      var report = write(source, drafts, refused);
      wake.afterCommit();
      return report;
    } catch (PersistenceException e) {
      throw new EntriesChangedMeanwhile(e);
    }
  }

  private ImportReport write(String source, List<EntryDraft> drafts, List<Refused> refused) {
    // their ids first: H2 would look through the whole source for each list of keys
    var ids = ids(source);
    var written = new Written(0, 0);
    for (var from = 0; from < drafts.size(); from += AT_A_TIME) {
      var some = drafts.subList(from, Math.min(from + AT_A_TIME, drafts.size()));
      written = written.and(write(source, some, ids));
      entityManager.flush();
      // what was written is not looked at again, and looking for changes takes longer with each
      entityManager.clear();
    }
    var unchanged = drafts.size() - written.added() - written.changed();
    return new ImportReport(written.added(), written.changed(), unchanged, refused);
  }

  private record Written(int added, int changed) {

    Written and(Written other) {
      return new Written(added + other.added, changed + other.changed);
    }
  }

  private Written write(String source, List<EntryDraft> drafts, Map<List<String>, Long> ids) {
    var known =
        known(
            drafts.stream()
                .map(draft -> ids.get(identity(draft)))
                .filter(Objects::nonNull)
                .toList());
    var now = clock.instant();
    var added = 0;
    var changed = 0;
    for (var draft : drafts) {
      var entry = known.get(identity(draft));
      if (entry == null) {
        entityManager.persist(new StoredEntry(source, draft, now));
        added++;
      } else {
        entry.editedByHand = false;
        if (entry.change(draft, now)) {
          changed++;
        }
      }
    }
    return new Written(added, changed);
  }

  private Map<List<String>, Long> ids(String source) {
    var ids = new HashMap<List<String>, Long>();
    entityManager
        .createQuery(
            "select e.key, e.language, e.id from StoredEntry e where e.source = :source",
            Object[].class)
        .setParameter("source", source)
        .getResultStream()
        .forEach(it -> ids.put(identity((String) it[0], (String) it[1]), (Long) it[2]));
    return ids;
  }

  private Map<List<String>, StoredEntry> known(List<Long> ids) {
    var known = new HashMap<List<String>, StoredEntry>();
    if (!ids.isEmpty()) {
      entityManager
          .createQuery(
              "select e from StoredEntry e left join fetch e.questions where e.id in :ids",
              StoredEntry.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(entry -> known.put(identity(entry.key, entry.language), entry));
    }
    return known;
  }

  private static List<String> identity(EntryDraft draft) {
    return identity(draft.key(), draft.language().getLanguage());
  }

  private static List<String> identity(String key, String language) {
    return List.of(key, language);
  }
}
