package org.svarbar.suggestion;

import java.time.Duration;
import java.time.Instant;
import org.svarbar.text.Terms;

/**
 * A question, and the entry that answers it.
 *
 * @param entry its id
 * @param counts beside others; more than 0, at most 1
 */
record Lesson(Terms question, long entry, double counts) {

  private static final double DAYS_TO_HALF = 365;

  /** What was asked long ago is still the only witness of how some things are asked for. */
  private static final double LEAST = 0.25;

  Lesson {
    if (!(counts > 0 && counts <= 1)) {
      throw new IllegalArgumentException("not above 0 and at most 1: " + counts);
    }
  }

  Lesson(Terms question, long entry) {
    this(question, entry, 1);
  }

  /** What was asked lately counts more: products, prices and the season change. */
  static double counts(Instant askedAt, Instant latest) {
    var days = Math.max(0, Duration.between(askedAt, latest).toDays());
    return Math.max(LEAST, Math.pow(0.5, days / DAYS_TO_HALF));
  }
}
