package org.svarbar.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When entries came, of those that are not retired. */
public final class EntryDates {

  /** What a source brings within this time of its first entry is its first import. */
  private static final Duration FIRST_IMPORT = Duration.ofHours(1);

  private final Map<Long, Dated> entries = new HashMap<>();
  private final Map<String, Instant> firstOfSource = new HashMap<>();

  /** One entry's dates. */
  record Dated(long id, String source, Instant createdAt, Instant changedAt) {}

  EntryDates(List<Dated> all) {
    for (var each : all) {
      entries.put(each.id(), each);
      firstOfSource.merge(
          each.source(), each.createdAt(), (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  /**
   * Whether the entry was there at this time.
   *
   * @param strict whether what came with its source's first import counts only from then on;
   *     otherwise it counts as having been there before, since such a list was written before it
   *     was imported
   */
  public boolean wasThere(long entry, Instant at, boolean strict) {
    var dated = entries.get(entry);
    if (dated == null) {
      return false;
    }
    var first = firstOfSource.get(dated.source()).plus(FIRST_IMPORT);
    return !dated.createdAt().isAfter(at) || (!strict && dated.createdAt().isBefore(first));
  }

  /**
   * Whether the entry was changed after this time, as far as we saw: not by its first import;
   * empty: there is none.
   */
  public Optional<Boolean> changedSince(long entry, Instant at) {
    return Optional.ofNullable(entries.get(entry))
        .map(it -> it.changedAt().isAfter(at) && it.changedAt().isAfter(it.createdAt()));
  }
}
