package org.svarbar.admin;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.svarbar.replay.Coverage;

/**
 * The places of a curve in a drawing: coverage from left to right, share right from the bottom up.
 *
 * @param points at least one
 */
record CurveDrawing(List<Coverage> points) {

  static final int WIDTH = 600;
  static final int HEIGHT = 300;

  CurveDrawing {
    points = List.copyOf(points);
  }

  /** For an SVG `polyline`. */
  String right() {
    return line(it -> it.precision().share());
  }

  /** The lower bound. */
  String bound() {
    return line(it -> it.precision().leastRight());
  }

  static int x(double share) {
    return (int) Math.round(share * WIDTH);
  }

  static int y(double share) {
    return (int) Math.round((1 - share) * HEIGHT);
  }

  private String line(ToDoubleFunction<Coverage> height) {
    return points.stream()
        .map(it -> String.format(Locale.ROOT, "%d,%d", x(it.share()), y(height.applyAsDouble(it))))
        .collect(Collectors.joining(" "));
  }
}
