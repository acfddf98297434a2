package org.svarbar.admin;

import java.util.List;
import org.svarbar.insight.Insight.Step;

/**
 * The places of bars in a drawing: one for each step, its height all messages, and in front of it
 * those for which there was a suggestion.
 */
record VolumeDrawing(List<Step> steps) {

  static final int WIDTH = 640;
  static final int HEIGHT = 200;

  private static final int GAP = 6;

  VolumeDrawing {
    steps = List.copyOf(steps);
  }

  /** What the highest line stands for; at least 1. */
  long top() {
    return Math.max(1, steps.stream().mapToLong(it -> it.volume().messages()).max().orElse(1));
  }

  int width() {
    return Math.max(1, WIDTH / Math.max(1, steps.size()) - GAP);
  }

  int x(int step) {
    return step * WIDTH / Math.max(1, steps.size());
  }

  int height(long messages) {
    return (int) (messages * HEIGHT / top());
  }
}
