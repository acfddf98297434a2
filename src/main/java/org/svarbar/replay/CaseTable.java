package org.svarbar.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Cases as CSV after RFC 4180, without their texts. */
final class CaseTable {

  private static final String[] COLUMNS = {
    "ticket",
    "asked_at",
    "result",
    "by_person",
    "verdict",
    "ruled",
    "probability",
    "similarity",
    "language",
    "group",
    "topic",
    "suggested_entry",
    "entry_changed",
    "sent_entries"
  };

  private CaseTable() {}

  static String of(List<ReplayCase> cases) {
    var table = new StringBuilder();
    try (var printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
      printer.printRecord((Object[]) COLUMNS);
      for (var each : cases) {
        printer.printRecord(cells(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  private static List<Object> cells(ReplayCase it) {
    return List.of(
        harmless(it.ticketId()),
        it.askedAt(),
        it.result().word(),
        it.byPerson(),
        it.verdict(),
        it.ruled(),
        it.raw(),
        it.similarity(),
        it.language().getLanguage(),
        harmless(it.group().orElse("")),
        harmless(it.topic().orElse("")),
        it.entryId().map(Object::toString).orElse(""),
        it.entryChanged(),
        it.sent().stream().map(Object::toString).collect(Collectors.joining(" ")));
  }

  /** Spreadsheets would take it for a formula. */
  private static String harmless(String cell) {
    return cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
  }
}
