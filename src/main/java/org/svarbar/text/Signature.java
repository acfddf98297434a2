package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts what a program has put under a mail: all below `-- `, and the advertisement of phones and
 * mail apps.
 */
final class Signature {

  /** More than this below two hyphens is text that somebody wrote. */
  private static final int MOST_LINES = 15;

  private static final int LONGEST_ADVERTISEMENT = 100;

  private static final List<String> OPENINGS = WordList.MAIL.section("advertisement");
  private static final Set<String> DEVICES = Set.copyOf(WordList.MAIL.section("device"));

  private Signature() {}

  static List<String> cut(List<String> lines) {
    int end = delimiter(lines);
    var own = new ArrayList<String>();
    for (var line : lines.subList(0, end)) {
      if (!isAdvertisement(line)) {
        own.add(line);
      }
    }
    return own;
  }

  /** The last line of two hyphens with few lines below it, or the end. */
  private static int delimiter(List<String> lines) {
    int below = 0;
    for (int i = lines.size() - 1; i > 0 && below <= MOST_LINES; i--) {
      if (lines.get(i).equals("--")) {
        return i;
      }
      below += lines.get(i).isEmpty() ? 0 : 1;
    }
    return lines.size();
  }

  static boolean isAdvertisement(String line) {
    if (line.length() > LONGEST_ADVERTISEMENT || line.indexOf('?') >= 0) {
      return false;
    }
    var words = Phrases.words(line);
    var plain = String.join(" ", words).toLowerCase(Locale.ROOT);
    return words.size() <= 12
        && OPENINGS.stream().anyMatch(plain::startsWith)
        && words.stream().anyMatch(DEVICES::contains);
  }
}
