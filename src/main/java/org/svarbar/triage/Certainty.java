package org.svarbar.triage;

import java.util.Objects;

/**
 * How likely a suggestion is right, and what that rests on.
 *
 * @param probability 0 to 1
 * @param measuredOn how many judged outcomes of this organisation bear it out; 0: none, and no
 *     number is spoken of
 * @param model the version that said it
 */
record Certainty(double probability, int measuredOn, String model) {

  private static final double LIKELY = 0.8;
  private static final double UNCERTAIN = 0.5;

  Certainty {
    Objects.requireNonNull(model, "model");
  }

  /** In words, with a number only where one was measured. */
  Reason reason() {
    if (measuredOn > 0) {
      return Reason.of("measured", Math.round(probability * 10), measuredOn);
    }
    if (probability >= LIKELY) {
      return Reason.of("likely");
    }
    return Reason.of(probability >= UNCERTAIN ? "uncertain" : "unlikely");
  }
}
