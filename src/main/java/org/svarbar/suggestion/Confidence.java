package org.svarbar.suggestion;

import java.util.List;

/**
 * How likely the best candidate is right: a logistic function of what is seen of it. Fitted on
 * public sets of questions, alone and amid other sentences, some of which nothing answers; see
 * docs/decisions/0009-ranking.md.
 */
final class Confidence {

  private static final double CONSTANT = -1.235;
  private static final double STRENGTH = 0.109;
  private static final double LEAD = 0.188;
  private static final double COVERAGE = -0.737;
  private static final double LIKELIHOOD = 1.259;
  private static final double ASKED = -0.399;
  private static final double RAW_LEAD = 0.082;
  private static final double HELD = 1.097;

  /** A greater lead says no more. */
  private static final double GREATEST_LEAD = 6;

  private static final double GREATEST_RAW_LEAD = 20;

  private Confidence() {}

  /**
   * @param ranked best first
   * @return 0 to 1; 0 without candidates
   */
  static double of(List<Candidate> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    var best = ranked.getFirst();
    var lead = ranked.size() == 1 ? GREATEST_LEAD : best.rank() - ranked.get(1).rank();
    var logit =
        CONSTANT
            + STRENGTH * best.strength()
            + LEAD * Math.min(GREATEST_LEAD, lead)
            + COVERAGE * best.coverage()
            + LIKELIHOOD * best.likelihood()
            + ASKED * Math.log1p(best.asked())
            + RAW_LEAD * Math.min(GREATEST_RAW_LEAD, lead * (best.asked() + WordWeights.UNSAID))
            + HELD * Math.log1p(best.held());
    return 1 / (1 + Math.exp(-logit));
  }
}
