package org.svarbar.suggestion;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How near entries are to a question by what they mean.
 *
 * @param similarities by the entries' ids, each −1 to 1
 * @param mean of them
 * @param weight what a similarity of 1 counts beside what the search found
 */
record Nearness(Map<Long, Double> similarities, double mean, double weight) {

  /** Where nothing is known of what they mean. */
  static final Nearness UNKNOWN = new Nearness(Map.of(), 0, 0);

  static Nearness of(Map<Long, Double> similarities, double weight) {
    var mean = similarities.values().stream().mapToDouble(it -> it).average().orElse(0);
    return new Nearness(Map.copyOf(similarities), mean, weight);
  }

  OptionalDouble of(long entry) {
    var known = similarities.get(entry);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  /** What it adds to the entry's rank: nothing where it is as near as most, or not known. */
  double adds(long entry) {
    return weight * (similarities.getOrDefault(entry, mean) - mean);
  }
}
