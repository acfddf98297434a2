package org.svarbar.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.svarbar.triage.Precision;

/**
 * What there would be if only messages from a probability on were answered.
 *
 * @param threshold the least raw probability, 0 to 1
 * @param share of all cases that would be answered, 0 to 1
 */
public record Coverage(double threshold, double share, Precision precision) {

  /** More points show nothing more. */
  private static final int MOST_POINTS = 25;

  /** Fewer cases say nothing. */
  private static final int LEAST_CASES = 5;

  /**
   * From few cases of high probability to all that something was suggested for and that no rule
   * gives to a person.
   */
  static List<Coverage> curve(List<ReplayCase> all, double wrongOfUndecided) {
    var answered =
        all.stream()
            .filter(it -> it.result().isCompared() && !it.ruled())
            .sorted(Comparator.comparingDouble(ReplayCase::raw).reversed())
            .toList();
    var step = Math.max(LEAST_CASES, Math.ceilDiv(answered.size(), MOST_POINTS));
    var points = new ArrayList<Coverage>();
    var next = step;
    for (var i = 1; i <= answered.size(); i++) {
      var isLast = i == answered.size();
      if (isLast || (i >= next && answered.get(i).raw() < answered.get(i - 1).raw())) {
        var above = answered.subList(0, i);
        points.add(
            new Coverage(
                above.getLast().raw(),
                (double) i / all.size(),
                Breakdown.precision(above, wrongOfUndecided)));
        next = i + step;
      }
    }
    return points;
  }
}
