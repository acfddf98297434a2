package org.svarbar.text;

import java.util.List;
import java.util.Set;

/** Recognises the line above a quotation: `On … wrote:`, `Den … skrev …:`, `… kirjoitti:`. */
final class Attribution {

  private static final int MOST_LINES = 3;
  private static final int LONGEST = 300;

  private static final Set<String> VERBS =
      Set.of("wrote", "writes", "skrev", "skreiv", "skriver", "kirjoitti", "schrieb");

  /** The customer tells what they wrote themselves. */
  private static final Set<String> FIRST_PERSONS =
      Set.of("i", "jag", "jeg", "eg", "vi", "we", "you");

  /** With these, what follows may be broken over several lines. */
  private static final Set<String> OPENERS =
      Set.copyOf(WordList.MAIL.section("attribution-opener"));

  private Attribution() {}

  /** How many lines from here are an attribution; 0 if none. */
  static int linesAt(List<String> lines, int start) {
    var joined = new StringBuilder();
    boolean mayBreak = mayBreak(lines.get(start));
    for (int n = 1; n <= MOST_LINES && start + n <= lines.size(); n++) {
      var line = lines.get(start + n - 1);
      if (line.isEmpty() || line.startsWith(">") || joined.length() + line.length() > LONGEST) {
        return 0;
      }
      joined.append(n == 1 ? "" : " ").append(line);
      if (line.endsWith(":") && isAttribution(joined.toString())) {
        return n;
      }
      if (!mayBreak) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean mayBreak(String line) {
    if (line.isEmpty()) {
      return false;
    }
    var first = Phrases.words(line.substring(0, Math.min(line.length(), 20)));
    return Character.isDigit(line.charAt(0))
        || line.indexOf('@') >= 0
        || !first.isEmpty() && OPENERS.contains(first.getFirst());
  }

  private static boolean isAttribution(String line) {
    var words = Phrases.words(line);
    return words.stream().anyMatch(VERBS::contains)
        && words.stream().noneMatch(FIRST_PERSONS::contains)
        && (line.indexOf('@') >= 0 || hasYearOrTime(line));
  }

  /** Four digits in a row, or digits on both sides of a colon or full stop. */
  private static boolean hasYearOrTime(String line) {
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      run = Character.isDigit(c) ? run + 1 : 0;
      boolean between = (c == ':' || c == '.') && i > 0 && i + 1 < line.length();
      if (run == 4
          || between
              && Character.isDigit(line.charAt(i - 1))
              && Character.isDigit(line.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
