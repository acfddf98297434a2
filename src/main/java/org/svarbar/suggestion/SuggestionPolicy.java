package org.svarbar.suggestion;

/**
 * When a suggestion is good enough to be shown. What speaks for it must be more than what chance
 * gives a question of that length: a long mail shares a few words with every entry.
 *
 * @param minimumEvidence what must speak for it, in words that one entry alone holds
 * @param minimumShare by what share of the weight of all the question's words that rises
 * @param minimumOfBest how likely another one is at least, as a share of the best one's likelihood;
 *     0 to 1
 */
record SuggestionPolicy(double minimumEvidence, double minimumShare, double minimumOfBest) {

  /** Past questions that make an entry as likely as that are evidence enough. */
  private static final double LIKELY = 0.5;

  SuggestionPolicy {
    require(minimumEvidence >= 0 && minimumEvidence <= 100, "minimum-evidence", minimumEvidence);
    require(minimumShare >= 0 && minimumShare <= 2, "minimum-share", minimumShare);
    require(minimumOfBest >= 0 && minimumOfBest <= 1, "minimum-of-best", minimumOfBest);
  }

  boolean lets(Candidate candidate, Candidate best) {
    return (candidate.likelihood() >= LIKELY
            || candidate.evidence() >= minimumEvidence + minimumShare * candidate.asked())
        && isNear(candidate, best);
  }

  /** Whether it is not far behind the best. */
  boolean isNear(Candidate candidate, Candidate best) {
    return Math.exp(candidate.rank() - best.rank()) >= minimumOfBest;
  }

  private static void require(boolean held, String setting, double value) {
    if (!held) {
      throw new IllegalStateException(
          "svarbar.suggestion." + setting + " is out of its range: " + value);
    }
  }
}
