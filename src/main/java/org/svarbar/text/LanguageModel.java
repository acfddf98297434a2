package org.svarbar.text;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.svarbar.platform.Languages;

/**
 * Weighs what tells the language of a text: logistic regression, with coefficients that can be
 * read.
 */
final class LanguageModel {

  private static final int LANGUAGES = Languages.ALL.size();

  static final LanguageModel SHIPPED = read(WordList.text("language-model.txt"));

  /** By feature, one weight per language in the order of {@link Languages#ALL}. */
  private final Map<String, double[]> weights;

  LanguageModel(Map<String, double[]> weights) {
    this.weights = weights;
  }

  /** A line is a feature and its weights in tenths; `#` begins a comment line. */
  static LanguageModel read(String text) {
    var weights = new HashMap<String, double[]>();
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var columns = line.split(" ");
      var row = new double[LANGUAGES];
      for (int i = 0; i < LANGUAGES; i++) {
        row[i] = Integer.parseInt(columns[i + 1]) / 10.0;
      }
      weights.put(columns[0], row);
    }
    return new LanguageModel(weights);
  }

  LanguageGuess guess(Map<String, Double> features) {
    var probabilities = probabilities(features);
    int best = 0;
    for (int i = 1; i < LANGUAGES; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return new LanguageGuess(Languages.ALL.get(best), Math.min(probabilities[best], 1));
  }

  /** One per language; together 1. */
  double[] probabilities(Map<String, Double> features) {
    var scores = new double[LANGUAGES];
    features.forEach(
        (feature, strength) -> {
          var row = weights.get(feature);
          for (int i = 0; row != null && i < LANGUAGES; i++) {
            scores[i] += strength * row[i];
          }
        });
    return shares(scores);
  }

  /** The probabilities that belong to scores. */
  static double[] shares(double[] scores) {
    double highest = DoubleStream.of(scores).max().orElseThrow();
    var shares = DoubleStream.of(scores).map(score -> Math.exp(score - highest)).toArray();
    double sum = DoubleStream.of(shares).sum();
    return DoubleStream.of(shares).map(share -> share / sum).toArray();
  }
}
