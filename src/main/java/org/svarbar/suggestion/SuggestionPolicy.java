package org.svarbar.suggestion;

/**
 * When a hit is good enough to be shown. What speaks for it must be more than what chance gives a
 * question of that length: a long mail shares a few words with every entry.
 *
 * @param minimumEvidence what strength and held words must come to, in words that one entry alone
 *     holds
 * @param minimumShare by what share of the weight of all the question's words that rises
 * @param minimumOfBest the least strength beside the best hit, as a share of its strength
 */
record SuggestionPolicy(double minimumEvidence, double minimumShare, double minimumOfBest) {

  SuggestionPolicy {
    require(minimumEvidence >= 0 && minimumEvidence <= 100, "minimum-evidence", minimumEvidence);
    require(minimumShare >= 0 && minimumShare <= 2, "minimum-share", minimumShare);
    require(minimumOfBest >= 0 && minimumOfBest <= 1, "minimum-of-best", minimumOfBest);
  }

  boolean lets(Candidate candidate, Candidate best) {
    return candidate.strength() + candidate.held()
            >= minimumEvidence + minimumShare * candidate.asked()
        && isNear(candidate, best);
  }

  /** Whether it is not far behind the best. */
  boolean isNear(Candidate candidate, Candidate best) {
    return candidate.strength() >= minimumOfBest * best.strength();
  }

  private static void require(boolean held, String setting, double value) {
    if (!held) {
      throw new IllegalStateException(
          "svarbar.suggestion." + setting + " is out of its range: " + value);
    }
  }
}
