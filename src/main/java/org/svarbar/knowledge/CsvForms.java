package org.svarbar.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads entries from a table: the first row names the columns, in any order and case, and the
 * others are an entry each. Columns with other names are passed over.
 */
final class CsvForms {

  private static final List<String> NEEDED = List.of("key", "language", "visibility", "answer");
  private static final Pattern QUESTION = Pattern.compile("questions?[0-9]*");

  private final List<String> columns;

  private CsvForms(List<String> columns) {
    this.columns = columns;
    for (var name : NEEDED) {
      if (!columns.contains(name)) {
        throw new UnreadableImport("csv-column-missing", name);
      }
    }
    if (columns.stream().noneMatch(name -> QUESTION.matcher(name).matches())) {
      throw new UnreadableImport("csv-column-missing", "question");
    }
  }

  static List<FoundForm> read(byte[] file) {
    var text = Utf8.text(file).orElseThrow(() -> new UnreadableImport("not-utf-8"));
    return read(records(text, delimiter(text)));
  }

  private static List<FoundForm> read(List<CSVRecord> records) {
    if (records.isEmpty()) {
      throw new UnreadableImport("csv-empty");
    }
    var names = records.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT));
    var forms = new CsvForms(names.toList());
    return records.stream().skip(1).filter(CsvForms::saysSomething).map(forms::found).toList();
  }

  /** The one of the usual delimiters that makes most cells of the first row. */
  private static char delimiter(String text) {
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingInt(delimiter -> cells(text, delimiter)))
        .orElseThrow();
  }

  private static int cells(String text, char delimiter) {
    try (var parser = CSVParser.parse(text, format(delimiter))) {
      var records = parser.iterator();
      return records.hasNext() ? records.next().size() : 0;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static List<CSVRecord> records(String text, char delimiter) {
    try (var parser = CSVParser.parse(text, format(delimiter))) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableImport("csv-broken");
    }
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
  }

  private static boolean saysSomething(CSVRecord row) {
    return row.stream().anyMatch(cell -> !cell.isBlank());
  }

  private FoundForm found(CSVRecord row) {
    var place = String.valueOf(row.getRecordNumber());
    return row.size() > columns.size()
        ? FoundForm.unusable(place, Reason.of("csv-too-many-cells", row.size(), columns.size()))
        : FoundForm.of(place, form(row));
  }

  private EntryForm form(CSVRecord row) {
    return new EntryForm(
        cell(row, "key"),
        cell(row, "language"),
        cell(row, "visibility"),
        cell(row, "group"),
        questions(row),
        cell(row, "answer"),
        cell(row, "format"),
        cell(row, "url"),
        cell(row, "review_on"));
  }

  private List<String> questions(CSVRecord row) {
    var questions = new ArrayList<String>();
    for (var i = 0; i < row.size(); i++) {
      if (QUESTION.matcher(columns.get(i)).matches()) {
        row.get(i).lines().forEach(questions::add);
      }
    }
    return questions;
  }

  private String cell(CSVRecord row, String column) {
    var i = columns.indexOf(column);
    return i >= 0 && i < row.size() ? row.get(i) : "";
  }
}
