package org.svarbar.suggestion;

import java.util.List;

/**
 * How likely anything in the knowledge answers, and how likely the best candidate does: logistic
 * functions of what is seen of it. Where past questions are known, what they say counts most; where
 * none are, how strong the match is and how far it leads. Fitted on public sets, whole and with
 * half of their entries taken away; see docs/decisions/0013-triage.md.
 *
 * @param answerable that any entry answers, 0 to 1
 * @param right that the best candidate does, 0 to 1
 */
record Confidence(double answerable, double right) {

  private static final Confidence NONE = new Confidence(0, 0);

  /** A greater lead says no more; past questions can give a greater one. */
  private static final double GREATEST_LEAD = 6;

  private static final double GREATEST_LEAD_OF_PAST = 20;
  private static final double SMALLEST = 0.001;

  /**
   * @param ranked best first
   */
  static Confidence of(List<Candidate> ranked) {
    if (ranked.isEmpty()) {
      return NONE;
    }
    var best = ranked.getFirst();
    var lead = lead(best, ranked);
    return best.likelihood() > 0 ? ofPast(best, lead) : ofText(best, lead);
  }

  /** Before the next that is another entry: the same one from a second source speaks for both. */
  private static double lead(Candidate best, List<Candidate> ranked) {
    return ranked.stream()
        .skip(1)
        .filter(it -> !Likeness.isOne(best.hit(), it.hit()))
        .findFirst()
        .map(next -> best.rank() - next.rank())
        .orElse(GREATEST_LEAD_OF_PAST);
  }

  private static Confidence ofText(Candidate best, double lead) {
    return new Confidence(
        logistic(-0.486 + 0.386 * best.strength() - 0.585 * Math.log1p(best.asked())),
        logistic(-2.233 + 0.234 * best.strength() + 0.428 * Math.min(GREATEST_LEAD, lead)));
  }

  private static Confidence ofPast(Candidate best, double lead) {
    var odds = Math.log((best.likelihood() + SMALLEST) / (1 - best.likelihood() + SMALLEST));
    return new Confidence(
        logistic(0.375 + 0.707 * odds + 0.075 * best.strength()),
        logistic(
            -0.714
                + 0.722 * odds
                + 0.092 * Math.min(GREATEST_LEAD_OF_PAST, lead)
                + 0.050 * best.strength()));
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
