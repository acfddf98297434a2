package org.svarbar.source;

import java.time.Instant;
import java.util.Optional;

/**
 * A source and how it is doing.
 *
 * @param running whether it is being read now
 * @param due whether it is about to be
 * @param nextRun when it is read next by itself; empty: not by itself
 * @param lastRun the one that goes on, or else the last; empty: it was never read
 */
public record SourceStanding(
    Source source,
    boolean running,
    boolean due,
    Optional<Instant> nextRun,
    Optional<LastRun> lastRun) {

  /** Whether a person has to say that what is gone at the source shall be retired here. */
  public boolean waitsForConfirmation() {
    return !running
        && lastRun.flatMap(LastRun::outcome).filter(LastRun.Outcome.HELD::equals).isPresent();
  }
}
