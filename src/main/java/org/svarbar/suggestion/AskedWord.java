package org.svarbar.suggestion;

import java.util.List;

/**
 * A word of a question that says something.
 *
 * @param written as it was written first
 * @param readings what it may be in the entries' language; at least one
 */
record AskedWord(String written, List<Reading> readings) {

  AskedWord {
    readings = List.copyOf(readings);
  }

  /**
   * @param key what it compares by
   * @param likelihood that this is meant, 0 to 1
   */
  record Reading(String key, double likelihood) {}

  /** A word in the entries' own language. */
  static AskedWord plain(String written, String key) {
    return new AskedWord(written, List.of(new Reading(key, 1)));
  }
}
