package org.svarbar.evaluation;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What is seen of the best suggestion, and whether it was right.
 *
 * @param seen in the order of {@link #NAMES}
 */
record Evidence(boolean isRight, double[] seen) {

  /** As `Confidence` has them. */
  static final List<String> NAMES =
      List.of("constant", "strength", "lead", "coverage", "likelihood", "asked", "rawLead", "held");

  private static final double GREATEST_LEAD = 6;
  private static final double GREATEST_RAW_LEAD = 20;
  private static final double UNSAID = 2;
  private static final double PAST = 2;
  private static final double LEAST_LIKELIHOOD = 0.001;

  /**
   * @param ranked suggestions as the product sent them, best first
   */
  static Evidence of(List<JsonObject> ranked, boolean isRight) {
    if (ranked.isEmpty()) {
      return new Evidence(isRight, new double[] {1, 0, 0, 0, 0, 0, 0, 0});
    }
    var best = ranked.getFirst();
    var score = number(best, "score");
    var likelihood = number(best, "likelihood");
    var asked = number(best, "asked");
    var coverage = number(best, "coverage");
    var lead = ranked.size() > 1 ? score - number(ranked.get(1), "score") : GREATEST_LEAD;
    return new Evidence(
        isRight,
        new double[] {
          1,
          score
              - number(best, "meaning")
              - PAST * Math.log((likelihood + LEAST_LIKELIHOOD) / LEAST_LIKELIHOOD),
          Math.min(GREATEST_LEAD, lead),
          coverage,
          likelihood,
          Math.log1p(asked),
          Math.min(GREATEST_RAW_LEAD, lead * (asked + UNSAID)),
          Math.log1p(coverage * asked)
        });
  }

  double probability(double[] coefficients) {
    var sum = 0.0;
    for (var i = 0; i < seen.length; i++) {
      sum += coefficients[i] * seen[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static double number(JsonObject suggestion, String name) {
    return suggestion.getJsonNumber(name).doubleValue();
  }
}
