package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.svarbar.knowledge.Brand;
import org.svarbar.knowledge.Brands;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.knowledge.FollowedEntries;

/** All sources that are set up. */
@ApplicationScoped
@Transactional
public class Sources {

  @PersistenceContext EntityManager entities;
  @Inject Brands brands;
  @Inject Clock clock;
  @Inject SourceWorker worker;
  @Inject FollowedEntries followed;

  /** All of them by name. */
  public List<SourceStanding> all() {
    return entities
        .createQuery("select s from StoredSource s order by s.name", StoredSource.class)
        .getResultStream()
        .map(row -> row.standing(clock.instant()))
        .toList();
  }

  public Optional<SourceStanding> find(String name) {
    return row(name, LockModeType.NONE).map(row -> row.standing(clock.instant()));
  }

  /**
   * Sets up a source, or changes the one of this name: then all of it is read anew. The name stays.
   *
   * @return whether it is a new one
   */
  public boolean put(Source source) {
    var known = row(source.name(), LockModeType.PESSIMISTIC_WRITE);
    known.ifPresentOrElse(
        row -> {
          row.change(source, clock.instant());
          entities
              .createQuery("update StoredItem i set i.memory = '' where i.sourceId = :source")
              .setParameter("source", row.id)
              .executeUpdate();
        },
        () -> entities.persist(new StoredSource(source, clock.instant())));
    worker.wake();
    return known.isEmpty();
  }

  /**
   * Forgets the source.
   *
   * @param isRetiring whether the entries that it brought are retired; else they stay as they are
   * @return whether there was such a source
   */
  public boolean remove(String name, boolean isRetiring) {
    return with(
        name,
        row -> {
          brands.forget(Brand.Kind.SOURCE, name);
          if (isRetiring) {
            followed.remove(name, new ItemEntries(entities, row.id).all());
          }
          for (var table : List.of("StoredItemEntry", "StoredItem")) {
            entities
                .createQuery("delete from " + table + " r where r.sourceId = :source")
                .setParameter("source", row.id)
                .executeUpdate();
          }
          entities.remove(row);
        });
  }

  /**
   * Has it read now; one that is being read goes on.
   *
   * @return whether there is such a source
   */
  public boolean syncNow(String name) {
    return with(name, this::runNow);
  }

  /**
   * Ends the run that goes on, if any; what it has taken in stays.
   *
   * @return whether there is such a source
   */
  public boolean cancel(String name) {
    return with(name, row -> row.cancelRequested = row.standing(clock.instant()).running());
  }

  /**
   * Has it read now, and lets that run retire what is gone, however much it is.
   *
   * @return whether there is such a source
   */
  public boolean confirmRemoval(String name) {
    return with(
        name,
        row -> {
          row.removalConfirmed = true;
          runNow(row);
        });
  }

  /**
   * Lets an entry that a person wrote over follow its source again, and has the source read now:
   * what the source says replaces what the person wrote.
   *
   * @return whether the source is there and the entry did not follow it
   */
  public boolean followAgain(FaqEntry entry) {
    var row =
        row(entry.source(), LockModeType.PESSIMISTIC_WRITE)
            .filter(found -> followed.followAgain(entry.id()));
    row.ifPresent(
        found -> {
          forget(found, entry);
          runNow(found);
        });
    return row.isPresent();
  }

  /** What the items that give this entry were like when they were read last. */
  private void forget(StoredSource row, FaqEntry entry) {
    entities
        .createQuery(
            "update StoredItem i set i.memory = '' where i.sourceId = :source and i.key in"
                + " (select e.item from StoredItemEntry e where e.sourceId = :source"
                + " and e.key = :key and e.language = :language)")
        .setParameter("source", row.id)
        .setParameter("key", entry.key())
        .setParameter("language", entry.language().getLanguage())
        .executeUpdate();
  }

  private void runNow(StoredSource row) {
    var now = clock.instant();
    if (!row.standing(now).running()) {
      row.attempts.replay(now);
    }
    worker.wake();
  }

  private boolean with(String name, Consumer<StoredSource> what) {
    var found = row(name, LockModeType.PESSIMISTIC_WRITE);
    found.ifPresent(what);
    return found.isPresent();
  }

  private Optional<StoredSource> row(String name, LockModeType lock) {
    return entities
        .createQuery("select s from StoredSource s where s.name = :name", StoredSource.class)
        .setParameter("name", name)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }
}
