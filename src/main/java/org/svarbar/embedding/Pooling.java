package org.svarbar.embedding;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a text's vector comes of what a model says of its tokens. */
enum Pooling {
  /** their mean */
  MEAN,
  /** the first token's, which stands for the whole in models trained so */
  CLS,
  /** the last token's */
  LAST;

  /**
   * @throws IllegalStateException for another word than `mean`, `cls` and `last`; it names `key`
   */
  static Pooling of(String key, String word) {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    key
                        + " is none of "
                        + Arrays.stream(values())
                            .map(Pooling::word)
                            .collect(Collectors.joining(", "))
                        + ": "
                        + word));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param tokens at least one, each of the same length
   */
  float[] of(float[][] tokens) {
    return switch (this) {
      case MEAN -> mean(tokens);
      case CLS -> tokens[0];
      case LAST -> tokens[tokens.length - 1];
    };
  }

  private static float[] mean(float[][] tokens) {
    var mean = new float[tokens[0].length];
    for (var token : tokens) {
      for (var i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens.length;
      }
    }
    return mean;
  }
}
