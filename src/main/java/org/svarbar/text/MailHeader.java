package org.svarbar.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the header that mail programs print above an older mail: `Från: … Skickat: … Till: …
 * Ämne: …`.
 */
final class MailHeader {

  private static final int MOST_LINES = 7;
  private static final int LONGEST_LABEL = 20;

  private enum Field {
    FROM,
    DATE,
    TO,
    SUBJECT
  }

  private static final Map<String, Field> LABELS =
      Map.ofEntries(
          Map.entry("from", Field.FROM),
          Map.entry("från", Field.FROM),
          Map.entry("fra", Field.FROM),
          Map.entry("frå", Field.FROM),
          Map.entry("lähettäjä", Field.FROM),
          Map.entry("von", Field.FROM),
          Map.entry("sent", Field.DATE),
          Map.entry("date", Field.DATE),
          Map.entry("skickat", Field.DATE),
          Map.entry("datum", Field.DATE),
          Map.entry("sendt", Field.DATE),
          Map.entry("send", Field.DATE),
          Map.entry("dato", Field.DATE),
          Map.entry("lähetetty", Field.DATE),
          Map.entry("päivämäärä", Field.DATE),
          Map.entry("päiväys", Field.DATE),
          Map.entry("gesendet", Field.DATE),
          Map.entry("to", Field.TO),
          Map.entry("till", Field.TO),
          Map.entry("til", Field.TO),
          Map.entry("vastaanottaja", Field.TO),
          Map.entry("an", Field.TO),
          Map.entry("subject", Field.SUBJECT),
          Map.entry("ämne", Field.SUBJECT),
          Map.entry("emne", Field.SUBJECT),
          Map.entry("aihe", Field.SUBJECT),
          Map.entry("betreff", Field.SUBJECT));

  private MailHeader() {}

  /**
   * Whether such a header begins at a line. A sender alone with a receiver does not count: people
   * fill in forms such as `Från: 1 mars Till: 1 maj`.
   */
  static boolean isAt(List<String> lines, int start) {
    var first = field(lines.get(start));
    if (first.isEmpty() || first.get() == Field.TO) {
      return false;
    }
    var fields = EnumSet.of(first.get());
    for (int i = start + 1; i < Math.min(start + MOST_LINES, lines.size()); i++) {
      field(lines.get(i)).ifPresent(fields::add);
    }
    return fields.contains(Field.FROM)
        && (fields.contains(Field.DATE) || fields.contains(Field.SUBJECT));
  }

  private static Optional<Field> field(String line) {
    int colon = line.indexOf(':');
    if (colon < 2 || colon > LONGEST_LABEL) {
      return Optional.empty();
    }
    var label = line.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(LABELS.get(label));
  }
}
