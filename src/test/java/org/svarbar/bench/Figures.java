package org.svarbar.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Durations of the same thing done many times, in microseconds. */
record Figures(long[] micros) {

  Figures {
    micros = micros.clone();
    Arrays.sort(micros);
  }

  /** Does it so often before counting, and so often counted. */
  static Figures of(int before, int counted, LongSupplier micros) {
    for (var i = 0; i < before; i++) {
      micros.getAsLong();
    }
    return new Figures(LongStream.range(0, counted).map(i -> micros.getAsLong()).toArray());
  }

  /** How long this takes. */
  static long timed(Runnable what) {
    var start = System.nanoTime();
    what.run();
    return (System.nanoTime() - start) / 1000;
  }

  /**
   * @param share such as 0.95
   */
  double millis(double share) {
    var index = (int) Math.ceil(share * micros.length) - 1;
    return micros[Math.max(index, 0)] / 1000.0;
  }

  void print(String name, double share) {
    print(name, millis(share), "ms");
  }

  void print(String name, double share, Figures other, String to) {
    print(name, millis(share), "ms", millis(share) / other.millis(share), to);
  }

  static void print(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench name=%s value=%.1f unit=%s%n", name, value, unit);
  }

  static void print(String name, double value, String unit, double ratio, String to) {
    System.out.printf(
        Locale.ROOT,
        "bench name=%s value=%.1f unit=%s ratio=%.2f to=%s%n",
        name,
        value,
        unit,
        ratio,
        to);
  }
}
