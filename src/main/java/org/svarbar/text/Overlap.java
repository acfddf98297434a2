package org.svarbar.text;

import java.util.HashSet;
import java.util.Set;

/** How much two sets have in common. */
public final class Overlap {

  private Overlap() {}

  /**
   * What both hold, of what either holds, after Jaccard.
   *
   * @return 0 (nothing in common, or both are empty) to 1 (the same)
   */
  public static double of(Set<?> one, Set<?> other) {
    var both = new HashSet<Object>(one);
    both.retainAll(other);
    var either = one.size() + other.size() - both.size();
    return both.isEmpty() ? 0 : (double) both.size() / either;
  }
}
