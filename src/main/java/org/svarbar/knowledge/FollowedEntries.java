package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svarbar.knowledge.FollowReport.Change;
import org.svarbar.knowledge.FollowReport.What;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.platform.Languages;

/**
 * Entries that follow a source: what it has is taken in, what it has no more is retired until it
 * has it again. What a person retired stays retired, and what a person wrote over stays as it is.
 * Every call is part of the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FollowedEntries {

  private static final int AT_A_TIME = 500;
  private static final int FEW = 20;

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;
  @Inject IndexWake wake;

  /** Takes in what a source has; entries that are not among them are not touched. */
  public FollowReport take(String source, List<FoundForm> found) {
    var refused = new ArrayList<Refused>();
    var names = new HashSet<EntryName>();
    var drafts = accepted(found, refused, names);
    var known = known(source, names);
    names.removeIf(name -> !drafts.containsKey(name) && !known.containsKey(name));
    var changes = new ArrayList<Change>();
    drafts.forEach(
        (name, draft) -> {
          var entry = known.get(name);
          if (entry == null) {
            changes.add(change(What.ADDED, added(source, draft)));
          } else if (entry.editedByHand && !entry.says(draft)) {
            refused.add(new Refused(name.key(), List.of(Reason.of("edited-by-hand"))));
          } else if (follow(entry, draft)) {
            changes.add(change(What.CHANGED, entry));
          }
        });
    wake.afterCommit();
    return new FollowReport(changes, refused, names);
  }

  /**
   * Lets an entry that a person wrote over follow its source again; it stays as it is until the
   * source is read.
   *
   * @return whether there is such an entry that does not follow
   */
  public boolean followAgain(long id) {
    var edited =
        Optional.ofNullable(
                entityManager.find(StoredEntry.class, id, LockModeType.PESSIMISTIC_WRITE))
            .filter(entry -> entry.editedByHand);
    edited.ifPresent(entry -> entry.editedByHand = false);
    return edited.isPresent();
  }

  /** Retires what a source has no more; returns what was not retired before. */
  public List<Change> remove(String source, Collection<EntryName> gone) {
    var now = clock.instant();
    var removed =
        known(source, gone).values().stream()
            .filter(entry -> entry.disappear(now))
            .map(entry -> change(What.REMOVED, entry))
            .toList();
    wake.afterCommit();
    return removed;
  }

  private StoredEntry added(String source, EntryDraft draft) {
    var entry = new StoredEntry(source, draft, clock.instant());
    entityManager.persist(entry);
    return entry;
  }

  private boolean follow(StoredEntry entry, EntryDraft draft) {
    var now = clock.instant();
    entry.editedByHand = false;
    var isBack = entry.reappear(now);
    return entry.change(draft, now) || isBack;
  }

  private static Map<EntryName, EntryDraft> accepted(
      List<FoundForm> found, List<Refused> refused, Set<EntryName> names) {
    var drafts = new LinkedHashMap<EntryName, EntryDraft>();
    for (var each : found) {
      var name = each.form().flatMap(FollowedEntries::name);
      name.ifPresent(names::add);
      if (!each.reasons().isEmpty()) {
        refused.add(new Refused(each.place(), each.reasons()));
      } else if (drafts.putIfAbsent(name.orElseThrow(), each.form().orElseThrow().draft())
          != null) {
        refused.add(
            new Refused(each.place(), List.of(Reason.of("entry-twice", name.orElseThrow().key()))));
      }
    }
    return drafts;
  }

  private static Optional<EntryName> name(EntryForm form) {
    return Languages.find(form.language())
        .filter(language -> !form.key().isEmpty() && form.key().length() <= EntryDraft.LONGEST_KEY)
        .map(language -> new EntryName(form.key(), language));
  }

  private Map<EntryName, StoredEntry> known(String source, Collection<EntryName> names) {
    var keys = names.stream().map(EntryName::key).distinct().toList();
    var known = new HashMap<EntryName, StoredEntry>();
    // one by one while they are few: H2 would look through the whole source for a list
    var atATime = keys.size() <= FEW ? 1 : AT_A_TIME;
    for (var from = 0; from < keys.size(); from += atATime) {
      entityManager
          .createQuery(
              "select e from StoredEntry e left join fetch e.questions"
                  + " where e.source = :source and e.key in :keys",
              StoredEntry.class)
          .setParameter("source", source)
          .setParameter("keys", keys.subList(from, Math.min(from + atATime, keys.size())))
          .getResultList()
          .forEach(entry -> known.put(name(entry), entry));
    }
    known.keySet().retainAll(names);
    return known;
  }

  private static EntryName name(StoredEntry entry) {
    return new EntryName(entry.key, java.util.Locale.of(entry.language));
  }

  private static Change change(What what, StoredEntry entry) {
    return new Change(what, entry.id, name(entry), entry.questions.getFirst());
  }
}
