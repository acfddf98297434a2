package org.svarbar.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether judged cases bear out that at least so many of 100 are right: the exact one-sided bound
 * after Clopper and Pearson (Biometrika 26, 1934) at 95 %. The threshold goes down from the lowest
 * at which the model expects the promise to hold, as long as each test passes; a sequence fixed
 * before the labels are looked at keeps the 95 % (Angelopoulos et al., Learn then Test, 2021).
 *
 * @param atLeast the share that is promised, 0.5 to 0.999
 * @param shift how many times more unanswerable messages come than were judged, at least 1
 */
record Evidence(double atLeast, double shift) {

  private static final double DOUBT = 0.05;

  /** Each threshold tried takes in so many times more cases than the one before. */
  private static final double GROWTH = 1.1;

  private static final int MOST_CASES = 1_000_000;
  private static final double ROUNDING = 1e-9;

  Evidence {
    if (!(atLeast >= 0.5 && atLeast <= 0.999)) {
      throw new IllegalArgumentException("atLeast: is not between 0.5 and 0.999");
    }
    if (!(shift >= 1)) {
      throw new IllegalArgumentException("shift: " + shift);
    }
  }

  /**
   * A judged case.
   *
   * @param raw by what cases are ordered
   * @param said how likely it was said to be right
   * @param wrong how likely it is that it was wrong: 0 or 1 when it was judged
   */
  record Case(double raw, double said, double wrong) {

    Case(double raw, double said, boolean right) {
      this(raw, said, right ? 0.0 : 1.0);
    }
  }

  /**
   * What was found out.
   *
   * @param holds whether the bound is high enough
   * @param threshold the least raw probability for which it holds, or was tried
   * @param cases above the threshold
   * @param errors among these
   * @param missing how many cases more it takes if no error comes
   * @param lowerBound what the share right of messages that come now surpasses
   */
  record Finding(
      boolean holds, double threshold, int cases, int errors, int missing, double lowerBound) {}

  /** How many cases it takes with so many errors; 95 %, no shift: 59, 93, 124 with 0, 1, 2. */
  int needed(int errors) {
    int low = errors;
    int high = MOST_CASES;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (isBorneOut(middle, errors)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean isBorneOut(int cases, int errors) {
    return cases > 0
        && BinomialDistribution.of(cases, 1 - neededOfJudged()).cumulativeProbability(errors)
            <= DOUBT;
  }

  /**
   * The share right that judged cases must surpass so that what comes now surpasses what is
   * promised: above any threshold, the odds against a right answer grow as many times as those
   * against any answer. Multiplying errors instead would do nothing where there are none.
   */
  private double neededOfJudged() {
    return atLeast * shift / (atLeast * shift + 1 - atLeast);
  }

  /** What is true of messages that come now where this is true of those that were judged. */
  private double now(double shareOfJudged) {
    return shareOfJudged / (shareOfJudged + (1 - shareOfJudged) * shift);
  }

  /** The share right that is surpassed in 95 of 100 such cases; 0 without cases. */
  static double lowerBound(int cases, int errors) {
    return cases - errors <= 0
        ? 0
        : BetaDistribution.of(cases - errors, errors + 1.0).inverseCumulativeProbability(DOUBT);
  }

  Finding in(List<Case> judged) {
    var sorted = judged.stream().sorted(Comparator.comparingDouble(Case::raw).reversed()).toList();
    var sizes = sizes(sorted);
    var found = finding(sorted, first(sorted, sizes));
    if (!found.holds()) {
      return found;
    }
    for (var size : sizes) {
      if (size > found.cases()) {
        var next = finding(sorted, size);
        if (!next.holds()) {
          break;
        }
        found = next;
      }
    }
    return found;
  }

  /** What there is above this very threshold. */
  Finding atThreshold(List<Case> judged, double threshold) {
    var above =
        judged.stream()
            .filter(it -> it.raw() >= threshold)
            .sorted(Comparator.comparingDouble(Case::raw).reversed())
            .toList();
    return finding(above, above.size());
  }

  /** Whether cases that came later speak against it. */
  boolean isContradicted(int cases, int errors) {
    return errors > 0
        && BinomialDistribution.of(cases, 1 - atLeast).survivalProbability(errors - 1) <= DOUBT;
  }

  /** Numbers of best cases, cases of the same probability together. */
  private List<Integer> sizes(List<Case> sorted) {
    var sizes = new ArrayList<Integer>();
    var next = (double) needed(0);
    for (var i = 0; i < sorted.size(); i++) {
      var isLast = i + 1 == sorted.size();
      if ((isLast || sorted.get(i + 1).raw() < sorted.get(i).raw()) && (i + 1 >= next || isLast)) {
        sizes.add(i + 1);
        next = Math.max(next, i + 1) * GROWTH;
      }
    }
    return sizes;
  }

  /** The most cases in which as many errors as the model expects would be few enough; else all. */
  private int first(List<Case> sorted, List<Integer> sizes) {
    for (var size : sizes.reversed()) {
      var expected = sorted.subList(0, size).stream().mapToDouble(it -> 1 - it.said()).sum();
      if (size >= needed((int) expected)) {
        return size;
      }
    }
    return sorted.size();
  }

  private Finding finding(List<Case> sorted, int size) {
    var above = sorted.subList(0, size);
    var wrong = above.stream().mapToDouble(Case::wrong).sum();
    var errors = (int) Math.min(size, Math.ceil(wrong - ROUNDING));
    return new Finding(
        isBorneOut(size, errors),
        size == 0 ? 1 : above.getLast().raw(),
        size,
        errors,
        Math.max(0, needed(errors) - size),
        now(lowerBound(size, errors)));
  }
}
