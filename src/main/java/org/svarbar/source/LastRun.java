package org.svarbar.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.knowledge.Reason;

/**
 * How a source's last run went, or goes.
 *
 * @param endedAt empty: it goes on, or its process died
 * @param outcome empty as long as it has none
 * @param done items so far
 * @param total items that are known of so far
 * @param unchanged entries that say what they said before; counted at the end
 * @param refused how many there are, of which `refusals` are the first
 * @param changes the first of them
 * @param failure why it did not succeed
 */
public record LastRun(
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Outcome> outcome,
    int done,
    int total,
    int added,
    int changed,
    int unchanged,
    int removed,
    int refused,
    List<ChangedEntry> changes,
    List<Refused> refusals,
    Optional<Reason> failure) {

  public LastRun {
    changes = List.copyOf(changes);
    refusals = List.copyOf(refusals);
  }

  /** How a run ended. */
  public enum Outcome {
    SUCCEEDED,
    /** what the source has is taken in; what it has no more waits for a person's word */
    HELD,
    FAILED,
    CANCELLED
  }

  /**
   * An entry that is not as it was.
   *
   * @param what `added`, `changed` or `removed`
   */
  public record ChangedEntry(String what, long entry, String key, String language, String title) {}
}
