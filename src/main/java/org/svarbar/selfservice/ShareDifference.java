package org.svarbar.selfservice;

/**
 * The difference between two shares with its interval of 95 % (R. G. Newcombe, Interval estimation
 * for the difference between independent proportions, Statistics in Medicine 17 (1998), method 10):
 * right also for few cases and shares near 0 or 1, where the usual formula is not.
 *
 * @param difference the first share less the second, -1 to 1
 */
public record ShareDifference(double difference, double low, double high) {

  private static final double Z = 1.959964;

  /**
   * @param one of so many of the first; each of both has at least one case
   */
  static ShareDifference of(long one, long ofFirst, long two, long ofSecond) {
    if (ofFirst < 1 || ofSecond < 1) {
      throw new IllegalArgumentException("no cases to compare");
    }
    var first = Wilson.of(one, ofFirst);
    var second = Wilson.of(two, ofSecond);
    var difference = first.share() - second.share();
    return new ShareDifference(
        difference,
        difference - Math.hypot(first.share() - first.low(), second.high() - second.share()),
        difference + Math.hypot(first.high() - first.share(), second.share() - second.low()));
  }

  /** One share with Wilson's interval. */
  private record Wilson(double share, double low, double high) {

    static Wilson of(long hits, long cases) {
      var n = (double) cases;
      var share = hits / n;
      var scale = 1 + Z * Z / n;
      var middle = (share + Z * Z / (2 * n)) / scale;
      var half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / scale;
      return new Wilson(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }
}
