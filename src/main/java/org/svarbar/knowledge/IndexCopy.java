package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.knowledge.IndexVersions.Version;

/**
 * Brings the index up to date, or builds a new one beside it. One thread of each node works here.
 */
@ApplicationScoped
class IndexCopy {

  private static final Logger LOG = System.getLogger(IndexCopy.class.getName());
  private static final int BATCH = 500;

  /** While much is written, what is written becomes visible that often: each time costs. */
  private static final Duration VISIBLE_EVERY = Duration.ofSeconds(1);

  @Inject IndexVersions versions;
  @Inject IndexStates states;
  @Inject EntriesToIndex entries;
  @Inject EmbeddingWorker embedding;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.shards")
  int shards;

  @Inject
  @ConfigProperty(name = "svarbar.opensearch.replicas")
  int replicas;

  private final String builder = UUID.randomUUID().toString();
  private boolean definitionChecked;
  private Instant visibleAt = Instant.EPOCH;

  /**
   * @return the entries that OpenSearch refused
   */
  Set<Long> bringUpToDate() {
    var all = versions.list();
    if (needsRebuild(all)) {
      rebuild(all);
    }
    return writeChanges();
  }

  /**
   * Another definition counts only once after a start, so that nodes of two releases do not rebuild
   * by turns.
   */
  private boolean needsRebuild(List<Version> all) {
    var serving = all.stream().filter(Version::serving).findFirst();
    if (serving.isEmpty() || states.isRequested()) {
      return true;
    }
    if (definitionChecked) {
      return false;
    }
    definitionChecked = true;
    var definition = definition();
    if (!serving.get().replicas().equals(definition.replicas())) {
      versions.replicate(serving.get(), definition.replicas());
    }
    return !serving.get().mark().equals(definition.mark());
  }

  private IndexDefinition definition() {
    return IndexDefinition.of(states.copyOf(), shards, IndexVersions.expand(replicas));
  }

  private void rebuild(List<Version> all) {
    if (!states.begin(builder)) {
      return;
    }
    try {
      versions.removeUnused(all);
      var next = versions.create(definition(), all);
      var count = fill(next);
      versions.serve(next);
      definitionChecked = true;
      LOG.log(Level.INFO, "index rebuilt: {0} with {1} FAQ entries serves now", next.name(), count);
    } finally {
      states.end(builder);
    }
  }

  private int fill(Version next) {
    var count = 0;
    for (var batch = entries.after(0, BATCH); !batch.isEmpty(); ) {
      if (!states.goOn(builder)) {
        throw new IllegalStateException("another node has taken the rebuild over");
      }
      versions.write(batch, List.of(next), false);
      count += batch.size();
      writeChanges();
      batch = entries.after(batch.getLast().id(), BATCH);
    }
    return count;
  }

  /**
   * Reads the changes first and asks for the indexes then: an index that is made after that is
   * filled from the database with these changes in it.
   */
  private Set<Long> writeChanges() {
    var refused = new HashSet<Long>();
    for (var batch = entries.behind(BATCH); !batch.isEmpty(); batch = entries.behind(BATCH)) {
      var all = versions.list();
      if (all.isEmpty()) {
        return refused;
      }
      var failed = versions.write(batch, all, isToBeVisible(batch));
      entries.indexed(batch.stream().filter(entry -> !failed.contains(entry.id())).toList());
      embedding.wake();
      refused.addAll(failed);
      if (!failed.isEmpty()) {
        return refused;
      }
    }
    return refused;
  }

  /** The last of them at once; those before when it is time. */
  private boolean isToBeVisible(List<FaqEntry> batch) {
    var now = clock.instant();
    if (now.isBefore(visibleAt.plus(VISIBLE_EVERY))
        && entries.isBehindAfter(batch.getLast().id())) {
      return false;
    }
    visibleAt = now;
    return true;
  }
}
