package org.svarbar.triage;

/**
 * What became of suggestions.
 *
 * @param right first suggestions that were right
 * @param wrong first suggestions that were not
 * @param undecided nobody knows of these
 * @param replied messages with suggestions that an agent answered
 * @param accepted those of them whose answer rests on a suggestion
 */
public record Turnout(int right, int wrong, int undecided, int replied, int accepted) {

  public int judged() {
    return right + wrong;
  }

  /** The share right of those that were judged, 0 to 1; 0 when none was. */
  public double precision() {
    return judged() == 0 ? 0 : (double) right / judged();
  }

  /** What the share right surpasses in 95 of 100 such samples (Clopper and Pearson). */
  public double least() {
    return Evidence.lowerBound(judged(), wrong);
  }

  /** What it stays below in 95 of 100 such samples. */
  public double most() {
    return judged() == 0 ? 1 : 1 - Evidence.lowerBound(judged(), right);
  }

  /** The share of answered messages, 0 to 1, whose answer rests on a suggestion. */
  public double acceptance() {
    return replied == 0 ? 0 : (double) accepted / replied;
  }
}
