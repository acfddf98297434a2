package org.svarbar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV after RFC 4180 that people open with a spreadsheet: no text in it is a formula there. */
public final class CsvTable {

  /** Behind what cannot be seen as well, and full-width: some spreadsheets pass over both. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠].*|[\t\r\n].*");

  private final StringBuilder table = new StringBuilder();

  public CsvTable(String... columns) {
    row((Object[]) columns);
  }

  /** One more line; numbers and times as they are, texts so that they stay texts. */
  public CsvTable row(Object... cells) {
    var harmless = new Object[cells.length];
    for (var i = 0; i < cells.length; i++) {
      harmless[i] = cells[i] instanceof String text ? harmless(text) : cells[i];
    }
    try (var printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
      printer.printRecord(harmless);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String harmless(String cell) {
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
