package org.svarbar.platform;

import java.util.HashMap;
import java.util.Map;

/**
 * Memory for bodies that are on their way. Nobody's share is all of it: else whoever begins very
 * many long bodies and ends none fills the server's. Thread-safe.
 */
final class BodyRoom {

  private final long forAll;
  private final long forOne;
  private final Map<String, Long> taken = new HashMap<>();
  private long takenByAll;

  /**
   * @param forAll bytes
   * @param forOne bytes for each sender
   */
  BodyRoom(long forAll, long forOne) {
    this.forAll = forAll;
    this.forOne = forOne;
  }

  /**
   * Keeps room for a body of `sender`, until {@link #leave}.
   *
   * @return whether there was as much
   */
  synchronized boolean take(String sender, long bytes) {
    var ofSender = taken.getOrDefault(sender, 0L) + bytes;
    if (ofSender > forOne || takenByAll + bytes > forAll) {
      return false;
    }
    taken.put(sender, ofSender);
    takenByAll += bytes;
    return true;
  }

  /** Gives back what was taken. */
  synchronized void leave(String sender, long bytes) {
    takenByAll -= bytes;
    taken.computeIfPresent(
        sender, (any, held) -> held == bytes ? null : Long.valueOf(held - bytes));
  }
}
