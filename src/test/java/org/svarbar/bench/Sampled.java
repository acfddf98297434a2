package org.svarbar.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Values of which the first is drawn most often, the next less often and so on, as words are in
 * texts: how often the one at place r is drawn falls as 1 / (r + 2.7) (Zipf's law with Mandelbrot's
 * shift).
 */
final class Sampled<T> {

  private static final double SHIFT = 2.7;

  private final List<T> values;
  private final double[] cumulated;

  Sampled(List<T> values) {
    this.values = List.copyOf(values);
    cumulated = new double[values.size()];
    var sum = 0.0;
    for (var i = 0; i < cumulated.length; i++) {
      sum += 1 / (i + SHIFT);
      cumulated[i] = sum;
    }
  }

  T one(Random random) {
    var drawn = random.nextDouble() * cumulated[cumulated.length - 1];
    var found = Arrays.binarySearch(cumulated, drawn);
    return values.get(found >= 0 ? found : Math.min(-found - 1, values.size() - 1));
  }
}
