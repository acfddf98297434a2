package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.List;

/**
 * Which sentences of a text are which of its translation, by their lengths alone: the way that
 * costs least (Gale and Church, A program for aligning sentences in bilingual corpora, 1993).
 */
final class SentenceAlignment {

  /** Longer texts are not aligned: that takes the product of both. */
  private static final int MOST_SENTENCES = 200;

  /** By how much, per letter, the lengths of translations vary; from that paper. */
  private static final double VARIANCE = 6.8;

  /** One long sentence that stands alone must not cost more than all the others. */
  private static final double MOST_FOR_LENGTH = 12;

  private static final List<Step> STEPS =
      List.of(
          new Step(1, 1, 0),
          new Step(1, 0, 4.5),
          new Step(0, 1, 4.5),
          new Step(2, 1, 2.3),
          new Step(1, 2, 2.3),
          new Step(2, 2, 4.4));

  private final List<String> first;
  private final List<String> second;
  private final double ratio;
  private final double[][] costs;
  private final Step[][] steps;

  /** Sentences that belong together; more than one are joined by a line break. */
  record Pair(String first, String second) {}

  /**
   * So many sentences of one are so many of the other.
   *
   * @param cost the rarer that is, the more
   */
  private record Step(int first, int second, double cost) {}

  private SentenceAlignment(List<String> first, List<String> second) {
    this.first = first;
    this.second = second;
    ratio = (1.0 + letters(second)) / (1.0 + letters(first));
    costs = new double[first.size() + 1][second.size() + 1];
    steps = new Step[first.size() + 1][second.size() + 1];
  }

  /** Those that have a counterpart, in their order. */
  static List<Pair> of(List<String> first, List<String> second) {
    return first.size() > MOST_SENTENCES || second.size() > MOST_SENTENCES
        ? List.of()
        : new SentenceAlignment(first, second).pairs();
  }

  private List<Pair> pairs() {
    for (var i = 0; i <= first.size(); i++) {
      for (var j = 0; j <= second.size(); j++) {
        if (i + j > 0) {
          reach(i, j);
        }
      }
    }
    var pairs = new ArrayList<Pair>();
    var i = first.size();
    var j = second.size();
    while (i + j > 0) {
      var step = steps[i][j];
      if (step.first() > 0 && step.second() > 0) {
        pairs.add(
            new Pair(
                String.join("\n", first.subList(i - step.first(), i)),
                String.join("\n", second.subList(j - step.second(), j))));
      }
      i -= step.first();
      j -= step.second();
    }
    return pairs.reversed();
  }

  private void reach(int i, int j) {
    costs[i][j] = Double.POSITIVE_INFINITY;
    for (var step : STEPS) {
      if (step.first() <= i && step.second() <= j) {
        var cost = costs[i - step.first()][j - step.second()] + cost(step, i, j);
        if (cost < costs[i][j]) {
          costs[i][j] = cost;
          steps[i][j] = step;
        }
      }
    }
  }

  private double cost(Step step, int i, int j) {
    var expected = ratio * letters(first.subList(i - step.first(), i));
    var there = letters(second.subList(j - step.second(), j));
    var off = there - expected;
    var likely = VARIANCE * Math.max(1, (expected + there) / 2);
    return step.cost() + Math.min(MOST_FOR_LENGTH, off * off / likely / 2);
  }

  private static int letters(List<String> sentences) {
    return sentences.stream().mapToInt(String::length).sum();
  }
}
