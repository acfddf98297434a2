package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts the warning that a receiver's mail gateway puts above mail from outside. */
final class Banner {

  /** It stands at the top, but a second one may stand above it. */
  private static final int MOST_LINES = 12;

  private static final int LONGEST = 600;

  private static final List<String> MAIL = WordList.MAIL.section("banner-mail");
  private static final List<String> OUTSIDE = WordList.MAIL.section("banner-outside");
  private static final List<String> CAUTION = WordList.MAIL.section("banner-caution");
  private static final Set<String> NOT = Set.copyOf(WordList.MAIL.section("disclaimer-not"));

  private Banner() {}

  static List<String> cut(List<String> lines) {
    var kept = new ArrayList<String>();
    int i = 0;
    while (i < Math.min(lines.size(), MOST_LINES)) {
      int banner = linesAt(lines, i);
      if (banner == 0) {
        kept.add(lines.get(i));
      }
      i += Math.max(banner, 1);
    }
    kept.addAll(lines.subList(i, lines.size()));
    return kept;
  }

  /** How many lines from here are a warning: up to the end of the sentence that completes it. */
  private static int linesAt(List<String> lines, int start) {
    var text = new StringBuilder();
    int most = 0;
    for (int i = start; i < lines.size() && !lines.get(i).isEmpty(); i++) {
      text.append(lines.get(i).toLowerCase(Locale.ROOT)).append(' ');
      if (text.length() > LONGEST || text.indexOf("?") >= 0) {
        return most;
      }
      boolean goesOn = most > 0 && !holds(lines.get(i).toLowerCase(Locale.ROOT), CAUTION);
      if (goesOn && endsSentence(lines.get(i - 1))) {
        return most;
      }
      if (isWarning(text.toString())) {
        most = i - start + 1;
      }
    }
    return most;
  }

  private static boolean isWarning(String text) {
    return holds(text, MAIL)
        && holds(text, OUTSIDE)
        && holds(text, CAUTION)
        && Phrases.words(text).stream().noneMatch(NOT::contains);
  }

  private static boolean endsSentence(String line) {
    return ".!".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private static boolean holds(String text, List<String> pieces) {
    return pieces.stream().anyMatch(text::contains);
  }
}
