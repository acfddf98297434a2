package org.svarbar.evaluation;

import java.util.List;
import java.util.Locale;

/** Logistic regression of whether the first is right on what is seen of it. */
final class ConfidenceFit {

  private static final int ROUNDS = 3000;

  private ConfidenceFit() {}

  /**
   * @param groups the evidence of each set in each mode; each counts by the root of its size
   */
  static double[] coefficients(List<List<Evidence>> groups) {
    var coefficients = new double[Evidence.NAMES.size()];
    var squares = new double[coefficients.length];
    for (var round = 0; round < ROUNDS; round++) {
      var gradient = gradient(groups, coefficients);
      for (var i = 0; i < coefficients.length; i++) {
        squares[i] += gradient[i] * gradient[i];
        coefficients[i] -= 0.5 * gradient[i] / (Math.sqrt(squares[i]) + 1e-9);
      }
    }
    return coefficients;
  }

  private static double[] gradient(List<List<Evidence>> groups, double[] coefficients) {
    var gradient = new double[coefficients.length];
    for (var i = 1; i < gradient.length; i++) {
      gradient[i] = 0.1 * coefficients[i];
    }
    for (var group : groups) {
      var counts = 1 / Math.sqrt(group.size());
      for (var evidence : group) {
        var off = evidence.probability(coefficients) - (evidence.isRight() ? 1 : 0);
        for (var i = 0; i < gradient.length; i++) {
          gradient[i] += counts * off * evidence.seen()[i];
        }
      }
    }
    return gradient;
  }

  static String shown(double[] coefficients) {
    var text = new StringBuilder();
    for (var i = 0; i < coefficients.length; i++) {
      text.append(String.format(Locale.ROOT, " %s=%.3f", Evidence.NAMES.get(i), coefficients[i]));
    }
    return text.toString();
  }
}
