package org.svarbar.triage;

import java.util.List;

/**
 * How a probability of the shipped model is to be read: a line through log-odds, after Platt
 * (Probabilistic outputs for support vector machines, 1999).
 *
 * @param slope above 0, so that the order of cases stays as it is
 * @param version what verdicts name it by
 */
record Calibration(double slope, double intercept, String version) {

  /** As shipped. */
  static final Calibration SHIPPED = new Calibration(1, 0, "shipped-1");

  private static final double LEAST_SLOPE = 0.05;
  private static final double EDGE = 1e-4;
  private static final int ROUNDS = 50;

  /** How much the fit holds on to what is shipped, in judged cases. */
  private static final double HOLD = 2;

  /** What happened, and what the shipped model had said. */
  record Case(double raw, boolean right, double weight) {
    static Case of(Outcome outcome) {
      return new Case(outcome.rawProbability(), outcome.firstRight(), outcome.certainty());
    }
  }

  double of(double raw) {
    return 1 / (1 + Math.exp(-(slope * logit(raw) + intercept)));
  }

  private static double logit(double raw) {
    var inside = Math.clamp(raw, EDGE, 1 - EDGE);
    return Math.log(inside / (1 - inside));
  }

  /** The likeliest for these cases, by Newton's method. */
  static Calibration fit(List<Case> cases, String version) {
    var slope = 1.0;
    var intercept = 0.0;
    for (var round = 0; round < ROUNDS; round++) {
      var slopeGradient = HOLD * (slope - 1);
      var gradient = HOLD * intercept;
      var slopes = HOLD;
      var both = 0.0;
      var ones = HOLD;
      for (var each : cases) {
        var x = logit(each.raw());
        var said = 1 / (1 + Math.exp(-(slope * x + intercept)));
        var off = each.weight() * (said - (each.right() ? 1 : 0));
        var bend = each.weight() * said * (1 - said);
        slopeGradient += off * x;
        gradient += off;
        slopes += bend * x * x;
        both += bend * x;
        ones += bend;
      }
      var determinant = slopes * ones - both * both;
      slope -= (ones * slopeGradient - both * gradient) / determinant;
      intercept -= (slopes * gradient - both * slopeGradient) / determinant;
      slope = Math.clamp(slope, LEAST_SLOPE, 20);
      intercept = Math.clamp(intercept, -20, 20);
    }
    return new Calibration(slope, intercept, version);
  }

  /** Mean loss in nats; the lower the better. */
  double loss(List<Case> cases) {
    var sum = 0.0;
    var weights = 0.0;
    for (var each : cases) {
      var said = Math.clamp(of(each.raw()), 1e-6, 1 - 1e-6);
      sum -= each.weight() * Math.log(each.right() ? said : 1 - said);
      weights += each.weight();
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
