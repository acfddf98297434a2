package org.svarbar.triage;

import java.util.Objects;
import java.util.Optional;

/**
 * How likely a suggestion is right, and what that rests on.
 *
 * @param probability 0 to 1
 * @param raw what the shipped model alone says
 * @param alike judged outcomes of this organisation that were as likely; too few, and no number is
 *     spoken of
 * @param model the version that said it
 * @param promised whether a promise that holds covers it; empty: nothing was promised
 */
record Certainty(
    double probability,
    double raw,
    Outcomes.Alike alike,
    String model,
    Optional<Boolean> promised) {

  /** What fewer cases show is chance. */
  private static final int LEAST_ALIKE = 20;

  private static final double LIKELY = 0.8;
  private static final double UNCERTAIN = 0.5;

  Certainty {
    Objects.requireNonNull(alike, "alike");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(promised, "promised");
  }

  /** The shipped model's, of which nothing was measured here. */
  static Certainty unmeasured(double raw) {
    return new Certainty(
        raw, raw, new Outcomes.Alike(0, 0), Calibration.SHIPPED.version(), Optional.empty());
  }

  /** How many judged outcomes bear it out; 0: too few. */
  int measuredOn() {
    return alike.cases() >= LEAST_ALIKE ? alike.cases() : 0;
  }

  /** Whether it is enough to answer, where without a promise it takes so much. */
  boolean isEnough(double answerableFrom) {
    return promised.orElse(probability >= answerableFrom);
  }

  /** In words, with a number only where one was measured. */
  Reason reason() {
    if (measuredOn() > 0) {
      var inTen = Math.round(10.0 * alike.right() / alike.cases());
      return Reason.of("measured", inTen, alike.cases());
    }
    if (probability >= LIKELY) {
      return Reason.of("likely");
    }
    return Reason.of(probability >= UNCERTAIN ? "uncertain" : "unlikely");
  }
}
