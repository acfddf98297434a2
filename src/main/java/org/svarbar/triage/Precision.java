package org.svarbar.triage;

import java.util.List;

/**
 * How many first suggestions were right, among all for which there was one.
 *
 * @param right judged so
 * @param wrong judged so
 * @param undecided not judged by anybody
 * @param wrongOfUndecided how likely one of these is wrong, at most; see {@link #leastRight}
 */
public record Precision(int right, int wrong, int undecided, double wrongOfUndecided) {

  public Precision {
    if (right < 0 || wrong < 0 || undecided < 0) {
      throw new IllegalArgumentException("cases: " + right + ", " + wrong + ", " + undecided);
    }
    if (!(wrongOfUndecided >= 0 && wrongOfUndecided <= 1)) {
      throw new IllegalArgumentException("wrongOfUndecided: " + wrongOfUndecided);
    }
  }

  /**
   * How likely what a program cannot judge is wrong, at most: the upper bound, after Clopper and
   * Pearson at 95 %, of what people found in a sample of such cases. Without a sample, 1.
   *
   * <p>Otherwise only replies that repeat an entry would count, and those are right nearly always.
   */
  public static double wrongOfUndecided(int sampled, int wrong) {
    return sampled == 0 ? 1 : 1 - Evidence.lowerBound(sampled, wrong);
  }

  static double wrongOfUndecided(List<Known> known) {
    var sampled = known.stream().filter(it -> it.sampled() && it.isDecided()).toList();
    var wrong = (int) sampled.stream().filter(it -> !it.isRight()).count();
    return wrongOfUndecided(sampled.size(), wrong);
  }

  public int judged() {
    return right + wrong;
  }

  public int cases() {
    return judged() + undecided;
  }

  /** The share right of those that were judged; 0 when none was. */
  public double share() {
    return judged() == 0 ? 0 : (double) right / judged();
  }

  /**
   * What the share right of all cases surpasses in 95 of 100 such samples, counting the undecided
   * as wrong as often as they may be.
   */
  public double leastRight() {
    var imputed = (int) Math.ceil(undecided * wrongOfUndecided);
    return Evidence.lowerBound(cases(), wrong + imputed);
  }
}
