package org.svarbar.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * One mail of the corpus that triage is judged on, written for this purpose.
 *
 * @param heldBack whether no rule was written with it in view
 * @param labels what a person says of it; none for an ordinary mail
 */
record TriageMail(
    String id, Locale language, boolean heldBack, Set<String> labels, String subject, String text) {

  private static final int COLUMNS = 6;

  TriageMail {
    labels = Set.copyOf(labels);
  }

  /** The whole corpus. */
  static List<TriageMail> all() {
    try (var in = TriageMail.class.getResourceAsStream("/triage/mails.tsv")) {
      var tsv = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return tsv.lines().skip(1).map(TriageMail::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isOrdinary() {
    return labels.isEmpty();
  }

  private static TriageMail of(String line) {
    var cells = line.split("\t");
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("not " + COLUMNS + " columns: " + line);
    }
    return new TriageMail(
        cells[0],
        Locale.of(cells[1]),
        cells[2].equals("held-back"),
        cells[3].equals("-") ? Set.of() : Set.of(cells[3].split(",")),
        cells[4],
        cells[5]);
  }
}
