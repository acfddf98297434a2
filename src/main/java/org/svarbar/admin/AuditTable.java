package org.svarbar.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.svarbar.access.AuditRecord;

/** Records of the audit log as CSV after RFC 4180. */
final class AuditTable {

  private static final String[] COLUMNS = {"at", "who", "what", "path", "outcome", "changes"};

  private AuditTable() {}

  static String of(List<AuditRecord> records) {
    var table = new StringBuilder();
    try (var printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
      printer.printRecord((Object[]) COLUMNS);
      for (var each : records) {
        printer.printRecord(
            each.at(),
            harmless(each.who()),
            each.what(),
            harmless(each.path()),
            each.done() ? "done" : "refused",
            harmless(each.changes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  /** Spreadsheets would take it for a formula. */
  private static String harmless(String cell) {
    return cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
  }
}
