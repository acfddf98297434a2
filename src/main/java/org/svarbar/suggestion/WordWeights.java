package org.svarbar.suggestion;

import java.util.Map;

/**
 * How much a word says about which entry is meant: the rarer it is in the knowledge, the more.
 *
 * @param frequencies how many entries hold a word
 * @param entries how many there are
 */
record WordWeights(Map<String, Long> frequencies, long entries) {

  /** 0 or more; a word that no entry holds weighs as much as one that one entry holds. */
  double of(String word) {
    var holding = Math.max(1, frequencies.getOrDefault(word, 0L));
    return Math.log(1 + (entries - holding + 0.5) / (holding + 0.5));
  }
}
