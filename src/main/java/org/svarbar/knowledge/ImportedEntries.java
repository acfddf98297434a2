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
import org.svarbar.knowledge.ImportReport.Refused;

/** The entries of one source, as an import writes them: all of it or nothing. */
@ApplicationScoped
class ImportedEntries {

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
      entityManager.flush();
      wake.afterCommit();
      return report;
    } catch (PersistenceException e) {
      throw new EntriesChangedMeanwhile(e);
    }
  }

  private ImportReport write(String source, List<EntryDraft> drafts, List<Refused> refused) {
    var known = known(source);
    var now = clock.instant();
    var added = 0;
    var changed = 0;
    for (var draft : drafts) {
      var entry = known.get(identity(draft.key(), draft.language().getLanguage()));
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
    return new ImportReport(added, changed, drafts.size() - added - changed, refused);
  }

  private Map<List<String>, StoredEntry> known(String source) {
    var known = new HashMap<List<String>, StoredEntry>();
    entityManager
        .createQuery(
            "select e from StoredEntry e left join fetch e.questions where e.source = :source",
            StoredEntry.class)
        .setParameter("source", source)
        .getResultList()
        .forEach(entry -> known.put(identity(entry.key, entry.language), entry));
    return known;
  }

  private static List<String> identity(String key, String language) {
    return List.of(key, language);
  }
}
