package org.svarbar.source;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svarbar.knowledge.EntryName;

/** Which entries the items of one source give. */
record ItemEntries(EntityManager entities, long source) {

  /** The item was taken in this run, and these are its entries now. */
  void took(String item, Set<EntryName> names, long run) {
    var known =
        entities
            .createQuery(
                "select e from StoredItemEntry e where e.sourceId = :source and e.item = :item",
                StoredItemEntry.class)
            .setParameter("source", source)
            .setParameter("item", item)
            .getResultStream()
            .collect(Collectors.toMap(StoredItemEntry::name, Function.identity()));
    for (var name : names) {
      var row = known.get(name);
      if (row == null) {
        entities.persist(new StoredItemEntry(source, item, name, run));
      } else {
        row.takenIn = run;
      }
    }
  }

  /**
   * What is there and what is gone at the end of a run.
   *
   * @param settledRun the last run that removed what was gone then
   */
  Removal standing(long run, long settledRun) {
    var current = new HashSet<EntryName>();
    var before = new HashSet<EntryName>();
    var all = new HashSet<EntryName>();
    for (var row : rows(run)) {
      all.add(row.entry().name());
      if (row.isCurrent()) {
        current.add(row.entry().name());
      }
      if (row.entry().firstTakenIn <= settledRun) {
        before.add(row.entry().name());
      }
    }
    all.removeAll(current);
    return new Removal(all, before.size(), current.size());
  }

  /** Whatever they gave and is not removed yet. */
  Set<EntryName> all() {
    return entities
        .createQuery(
            "select e from StoredItemEntry e where e.sourceId = :source", StoredItemEntry.class)
        .setParameter("source", source)
        .getResultStream()
        .map(StoredItemEntry::name)
        .collect(Collectors.toSet());
  }

  /** After what was gone was removed: neither the rows nor the items are kept. */
  void forget(Removal removal, long run) {
    rows(run).stream().filter(row -> !row.isCurrent()).forEach(row -> entities.remove(row.entry()));
    entities
        .createQuery("delete from StoredItem i where i.sourceId = :source and i.seenIn < :run")
        .setParameter("source", source)
        .setParameter("run", run)
        .executeUpdate();
  }

  private List<Row> rows(long run) {
    return entities
        .createQuery(
            "select e, i from StoredItemEntry e join StoredItem i"
                + " on i.sourceId = e.sourceId and i.key = e.item where e.sourceId = :source",
            Object[].class)
        .setParameter("source", source)
        .getResultStream()
        .map(pair -> Row.of((StoredItemEntry) pair[0], (StoredItem) pair[1], run))
        .toList();
  }

  private record Row(StoredItemEntry entry, boolean isCurrent) {

    static Row of(StoredItemEntry entry, StoredItem item, long run) {
      return new Row(entry, item.seenIn == run && item.takenIn == entry.takenIn);
    }
  }
}
