package org.svarbar.triage;

import java.util.List;

/**
 * How the share of messages that nothing answers has changed, told from probabilities alone, after
 * Saerens, Latinne and Decaestecker (Neural Computation 14, 2002).
 */
final class PriorShift {

  private static final int LEAST = 50;
  private static final int ROUNDS = 100;
  private static final double EDGE = 0.01;

  private PriorShift() {}

  /**
   * How many times the odds against an answer have grown; 1 when they have fallen, or too little is
   * known.
   *
   * @param judged what was said of cases that were judged
   * @param now what is said of messages that come now
   */
  static double between(List<Double> judged, List<Double> now) {
    if (judged.size() < LEAST || now.size() < LEAST) {
      return 1;
    }
    var before = mean(judged);
    var after = before;
    for (var round = 0; round < ROUNDS; round++) {
      after = mean(moved(now, before, after));
    }
    return Math.max(1, (1 - after) / after * before / (1 - before));
  }

  private static List<Double> moved(List<Double> said, double before, double after) {
    return said.stream()
        .map(
            it -> {
              var right = it * after / before;
              return right / (right + (1 - it) * (1 - after) / (1 - before));
            })
        .toList();
  }

  private static double mean(List<Double> shares) {
    var mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return Math.clamp(mean, EDGE, 1 - EDGE);
  }
}
