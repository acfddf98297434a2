package org.svarbar.triage;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Promises on outcomes, for what is measured without a server. */
public final class PromiseInMemory {

  private PromiseInMemory() {}

  /**
   * From which probability on a promise holds, decided as the product does.
   *
   * @param judged what the shipped model said of cases that were judged
   * @param right whether each was right
   * @param now what it says of messages that come now
   * @return empty: refused
   */
  public static OptionalDouble threshold(
      double atLeast, double[] judged, List<Boolean> right, List<Double> now) {
    var calibration = CalibrationInMemory.fitted(judged, right);
    var before = IntStream.range(0, judged.length).mapToObj(i -> calibration.of(judged[i]));
    var shift =
        PriorShift.between(before.toList(), now.stream().map(it -> calibration.of(it)).toList());
    var cases =
        IntStream.range(0, judged.length)
            .mapToObj(i -> new Evidence.Case(judged[i], calibration.of(judged[i]), right.get(i)))
            .toList();
    var found = new Evidence(atLeast, shift).in(cases);
    return found.holds() ? OptionalDouble.of(found.threshold()) : OptionalDouble.empty();
  }
}
