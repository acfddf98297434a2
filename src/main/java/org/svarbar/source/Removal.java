package org.svarbar.source;

import java.util.Set;
import org.svarbar.knowledge.EntryName;

/**
 * What a run would retire.
 *
 * @param gone what the source had and has no more
 * @param before how many entries it had when the last run settled what was gone
 * @param current how many it has now
 */
record Removal(Set<EntryName> gone, int before, int current) {

  private static final int FEW = 10;

  Removal {
    gone = Set.copyOf(gone);
  }

  /**
   * Whether it may be done without asking: not when nothing would be left, nor when more than half
   * of at least ten would go, for then it is rather the source that is broken.
   */
  boolean mayRemove() {
    if (gone.isEmpty()) {
      return true;
    }
    return current > 0 && (before < FEW || gone.size() * 2 <= before);
  }
}
