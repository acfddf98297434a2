package org.svarbar.admin;

import org.svarbar.insight.Insight.Figures;
import org.svarbar.platform.CsvTable;

/** Figures as CSV: one line for each step, and one for all of them. */
final class InsightTable {

  private static final String[] COLUMNS = {
    "from",
    "messages",
    "with_suggestion",
    "answerable",
    "person",
    "judged",
    "right",
    "right_at_least",
    "right_at_most",
    "answered",
    "accepted",
    "median_seconds_to_answer"
  };

  private InsightTable() {}

  static String of(Figures figures) {
    var table = new CsvTable(COLUMNS);
    for (var step : figures.steps()) {
      var volume = step.volume();
      table.row(
          step.from(), volume.messages(), volume.covered(), volume.answerable(), volume.person());
    }
    var all = figures.volume();
    var turnout = figures.turnout();
    return table
        .row(
            "all",
            all.messages(),
            all.covered(),
            all.answerable(),
            all.person(),
            turnout.judged(),
            turnout.right(),
            turnout.least(),
            turnout.most(),
            turnout.replied(),
            turnout.accepted(),
            figures.timeToAnswer().map(it -> it.median().toSeconds()).orElse(0L))
        .toString();
  }
}
