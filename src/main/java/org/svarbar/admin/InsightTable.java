package org.svarbar.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.svarbar.insight.Insight.Figures;

/** Figures as CSV after RFC 4180: one line for each step, and one for all of them. */
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
    var table = new StringBuilder();
    try (var printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
      printer.printRecord((Object[]) COLUMNS);
      for (var step : figures.steps()) {
        var volume = step.volume();
        printer.printRecord(
            step.from(), volume.messages(), volume.covered(), volume.answerable(), volume.person());
      }
      var all = figures.volume();
      var turnout = figures.turnout();
      printer.printRecord(
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
          figures.timeToAnswer().map(it -> it.median().toSeconds()).orElse(0L));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }
}
