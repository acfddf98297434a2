package org.svarbar.triage;

import java.util.List;
import java.util.stream.IntStream;

/** Calibration on outcomes, for what is measured without a server. */
public final class CalibrationInMemory {

  private final Calibration calibration;

  private CalibrationInMemory(Calibration calibration) {
    this.calibration = calibration;
  }

  /**
   * @param said probabilities of the shipped model
   * @param right whether each was right
   */
  public static CalibrationInMemory fitted(double[] said, List<Boolean> right) {
    return new CalibrationInMemory(
        Calibration.fit(
            IntStream.range(0, said.length)
                .mapToObj(i -> new Calibration.Case(said[i], right.get(i), 1))
                .toList(),
            "in memory"));
  }

  /** How a probability of the shipped model is to be read. */
  public double of(double said) {
    return calibration.of(said);
  }
}
