package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.insight.Finding.Kind;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;

/** Looks at some entries at a time, and writes down what it finds. */
@ApplicationScoped
class Examination {

  private static final int AT_A_TIME = 50;

  /** Answers to the same question that have less in common than that say different things. */
  private static final double SAME_ANSWER = 0.5;

  @PersistenceContext EntityManager entities;
  @Inject FaqEntries entries;
  @Inject NearEntries nearEntries;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.insight.old-after-days")
  int oldAfterDays;

  /**
   * Examines the next entries that have changed since, or that were not looked at today. One server
   * at a time does.
   *
   * @param after the id after which to go on; 0: from the first
   * @return the last id that was looked at; empty: there is none left after this one
   */
  @Transactional
  Optional<Long> examineSome(long after) {
    entities.find(ExaminationTurn.class, ExaminationTurn.ONLY, LockModeType.PESSIMISTIC_WRITE);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var some = due(after, today);
    var changed = some.stream().filter(this::isChanged).toList();
    var current = changed.stream().filter(entry -> !entry.isRetired()).toList();
    var near = nearEntries.of(current);
    for (var entry : changed) {
      var pairs = near.getOrDefault(entry.id(), List.of()).stream();
      replace(entry, pairs.flatMap(other -> compared(entry, other).stream()).toList());
    }
    for (var entry : some) {
      replaceStale(entry, today);
      entities.merge(new ExaminedEntry(entry.id(), entry.revision(), today));
    }
    return some.stream().map(FaqEntry::id).max(Comparator.naturalOrder());
  }

  private List<FaqEntry> due(long after, LocalDate today) {
    var ids =
        entities
            .createQuery(
                "select e.id from StoredEntry e left join ExaminedEntry x on x.entryId = e.id where"
                    + " e.id > :after and e.behind = false and (x.entryId is null or x.revision <>"
                    + " e.revision or x.examinedOn < :today) order by e.id",
                Long.class)
            .setParameter("after", after)
            .setParameter("today", today)
            .setMaxResults(AT_A_TIME)
            .getResultList();
    return entries.findAll(ids).values().stream()
        .sorted(Comparator.comparingLong(FaqEntry::id))
        .toList();
  }

  private boolean isChanged(FaqEntry entry) {
    var examined = entities.find(ExaminedEntry.class, entry.id());
    return examined == null || examined.revision != entry.revision();
  }

  private Optional<Finding> compared(FaqEntry entry, FaqEntry near) {
    var one = entry.id() < near.id() ? entry : near;
    var other = one == entry ? near : entry;
    return Disagreement.between(one, other)
        .map(it -> finding(Kind.CONTRADICTION, it.reason(), one, it.one(), other, it.other()))
        .or(
            () ->
                AnswerLikeness.of(one, other) >= SAME_ANSWER
                    ? Optional.of(finding(Kind.DUPLICATE, "same", one, "", other, ""))
                    : Optional.empty());
  }

  private Finding finding(
      Kind kind, String reason, FaqEntry one, String says, FaqEntry other, String otherSays) {
    return new Finding(0, kind, reason, one, says, Optional.of(other), otherSays, clock.instant());
  }

  private void replaceStale(FaqEntry entry, LocalDate today) {
    var stale =
        entry.isRetired() ? Optional.<Staleness>empty() : Staleness.of(entry, today, oldAfterDays);
    var found =
        stale
            .map(
                it ->
                    new Finding(
                        0,
                        Kind.STALE,
                        it.reason(),
                        entry,
                        it.says(),
                        Optional.empty(),
                        "",
                        clock.instant()))
            .stream()
            .toList();
    write(known("f.entryId = :id and f.otherId = 0", entry), found);
  }

  private void replace(FaqEntry entry, List<Finding> found) {
    write(known("(f.entryId = :id and f.otherId > 0) or f.otherId = :id", entry), found);
  }

  private List<StoredFinding> known(String condition, FaqEntry entry) {
    return entities
        .createQuery("select f from StoredFinding f where " + condition, StoredFinding.class)
        .setParameter("id", entry.id())
        .getResultList();
  }

  /** What is as it was stays, with whoever dismissed it; the rest goes and comes. */
  private void write(List<StoredFinding> known, List<Finding> found) {
    var fresh = new ArrayList<>(found.stream().map(StoredFinding::new).toList());
    for (var row : known) {
      if (!fresh.removeIf(row::isStill)) {
        entities.remove(row);
      }
    }
    entities.flush();
    fresh.forEach(entities::persist);
    entities.flush();
  }
}
