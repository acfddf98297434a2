package org.svarbar.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * A replay and how far it is.
 *
 * @param found tickets that the helpdesk has named, or that the file holds, so far
 * @param cases tickets that were worked on
 * @param trouble why it does not go on just now, or why it failed
 */
public record Replay(
    long id,
    ReplayOrder order,
    boolean fromFile,
    Standing standing,
    int found,
    int cases,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<String> trouble) {

  /** Where it stands. */
  public enum Standing {
    RUNNING,
    CANCELLED,
    FINISHED,
    FAILED
  }

  public boolean isRunning() {
    return standing == Standing.RUNNING;
  }
}
