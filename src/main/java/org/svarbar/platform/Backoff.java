package org.svarbar.platform;

import java.time.Duration;

/**
 * How long to wait before the next try: doubling from `first` up to `longest`, each time between
 * three quarters and the whole of it, so that many that failed together do not come back together.
 */
public record Backoff(Duration first, Duration longest) {

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("0 < first <= longest, not " + first + " and " + longest);
    }
  }

  /**
   * @param failures how many tries have failed, at least 1
   * @param chance from 0 (inclusive) to 1 (exclusive)
   */
  public Duration after(int failures, double chance) {
    var doublings = Math.min(Math.max(failures - 1, 0), 40);
    var whole = Math.min(first.toMillis() * Math.pow(2, doublings), longest.toMillis());
    return Duration.ofMillis((long) (whole * (0.75 + 0.25 * chance)));
  }
}
