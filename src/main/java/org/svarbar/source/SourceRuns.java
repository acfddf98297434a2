package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.svarbar.knowledge.FollowedEntries;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.knowledge.Reason;
import org.svarbar.platform.DueRows;
import org.svarbar.platform.Json;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;
import org.svarbar.source.LastRun.Outcome;

/**
 * The steps of a run, each in a transaction of its own that holds the source's row: whoever lost
 * the lease changes nothing any more, and gets a {@link RunEnded}, as does a run that was
 * cancelled.
 */
@ApplicationScoped
@Transactional
class SourceRuns implements LeasedRows {

  private static final Logger LOG = System.getLogger(SourceRuns.class.getName());
  private static final int SHOWN = 100;

  @PersistenceContext EntityManager entities;
  @Inject FollowedEntries followed;
  @Inject Clock clock;

  /** A run that began; `id` is the source's row. */
  record Begun(long id, Source source) {}

  @Override
  public List<Lease> claim(int most, Duration lease) {
    return due().claim(most, lease);
  }

  @Override
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return due().renew(leases, length);
  }

  /** Empty: the lease does not hold any more. */
  Optional<Begun> begin(Lease lease) {
    var held = due().held(lease);
    held.ifPresent(row -> row.begin(clock.instant()));
    return held.map(row -> new Begun(row.id, row.source()));
  }

  Optional<String> remembered(long source, String item) {
    return item(source, item).map(found -> found.memory).filter(memory -> !memory.isEmpty());
  }

  void progress(Lease lease, int done, int total) {
    var row = held(lease);
    row.done = done;
    row.total = total;
  }

  void unchanged(Lease lease, Collection<String> items) {
    var row = held(lease);
    entities
        .createQuery(
            "update StoredItem i set i.seenIn = :run where i.sourceId = :source and i.key in"
                + " :items")
        .setParameter("run", row.run)
        .setParameter("source", row.id)
        .setParameter("items", items)
        .executeUpdate();
  }

  void take(Lease lease, String key, String memory, List<FoundForm> found) {
    var row = held(lease);
    var report = followed.take(row.name, found);
    var refused = report.refused().stream().limit(SHOWN).toList();
    var item = item(row.id, key).orElseGet(() -> new StoredItem(row.id, key));
    item.taken(row.run, memory, Json.write(refused));
    entities.persist(item);
    new ItemEntries(entities, row.id).took(key, report.names(), row.run);
    row.count(report.changes());
    // nobody renews a row that is being changed: with many entries that was longer than the lease
    entities.flush();
    row.attempts.renew(clock.instant(), WorkLoop.LEASE);
  }

  /** The reader named all that there is: what it did not name is gone. */
  void finish(Lease lease, List<Refused> refused) {
    var row = held(lease);
    var entries = new ItemEntries(entities, row.id).standing(row.run, row.settledRun);
    row.refuse(allRefused(row, refused));
    if (entries.mayRemove() || row.removalConfirmed) {
      row.count(followed.remove(row.name, entries.gone()));
      new ItemEntries(entities, row.id).forget(entries, row.run);
      row.settledRun = row.run;
      row.removalConfirmed = false;
      end(row, Outcome.SUCCEEDED, Optional.empty(), Optional.empty());
    } else {
      var why = Reason.of("source-removal", entries.gone().size(), entries.before());
      end(row, Outcome.HELD, Optional.of(why), Optional.empty());
    }
    row.unchanged = Math.max(0, entries.current() - row.added - row.changed);
  }

  /**
   * Ends a run that did not come to its end; does nothing when the lease does not hold any more.
   */
  void end(Lease lease, Outcome how, Optional<Reason> why, Optional<Duration> pause) {
    due().held(lease).ifPresent(row -> end(row, how, why, pause));
  }

  private void end(
      StoredSource row, Outcome how, Optional<Reason> why, Optional<Duration> askedPause) {
    var own = Duration.ofSeconds(row.everySeconds);
    row.end(
        how,
        why,
        askedPause.filter(pause -> pause.compareTo(own) > 0).orElse(own),
        clock.instant());
    LOG.log(
        Level.INFO,
        "source {0}: {1}: {2} added, {3} changed, {4} removed, {5} refused",
        row.name,
        how,
        row.added,
        row.changed,
        row.removed,
        row.refused);
  }

  private List<Refused> allRefused(StoredSource row, List<Refused> byReader) {
    var all = new ArrayList<>(byReader);
    entities
        .createQuery(
            "select i.refusals from StoredItem i where i.sourceId = :source and i.seenIn = :run"
                + " and i.refusals <> '[]' order by i.key",
            String.class)
        .setParameter("source", row.id)
        .setParameter("run", row.run)
        .getResultList()
        .forEach(refusals -> all.addAll(List.of(Json.read(refusals, Refused[].class))));
    return all;
  }

  private Optional<StoredItem> item(long source, String key) {
    return entities
        .createQuery(
            "select i from StoredItem i where i.sourceId = :source and i.key = :key",
            StoredItem.class)
        .setParameter("source", source)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  private StoredSource held(Lease lease) {
    var row = due().held(lease).orElseThrow(() -> new RunEnded(RunEnded.By.LOSING_IT));
    if (row.cancelRequested) {
      throw new RunEnded(RunEnded.By.CANCELLING);
    }
    return row;
  }

  private DueRows<StoredSource> due() {
    return new DueRows<>(
        entities, StoredSource.class, source -> source.id, source -> source.attempts, clock);
  }
}
