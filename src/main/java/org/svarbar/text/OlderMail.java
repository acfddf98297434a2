package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts mail that the customer answers or passes on, as plain text shows it. Answers between quoted
 * lines stay.
 */
final class OlderMail {

  private static final int LONGEST_SEPARATOR = 120;

  private static final Set<String> SEPARATORS = Set.copyOf(WordList.MAIL.section("older-mail"));
  private static final List<String> REPLY_ABOVE = WordList.MAIL.section("reply-above");

  /** A helpdesk's marker has a word of each. */
  private static final List<Set<String>> MARKER =
      List.of(
          Set.copyOf(WordList.MAIL.section("marker-reply")),
          Set.copyOf(WordList.MAIL.section("marker-above")),
          Set.copyOf(WordList.MAIL.section("marker-line")));

  private OlderMail() {}

  static List<String> cut(List<String> lines) {
    var own = new ArrayList<String>();
    int i = 0;
    while (i < lines.size()) {
      if (isSeparator(lines.get(i)) || MailHeader.isAt(lines, i)) {
        return own;
      }
      int attribution = Attribution.linesAt(lines, i);
      if (attribution > 0 && !isQuotedAfter(lines, i + attribution)) {
        return own;
      }
      if (attribution == 0 && !isQuoted(lines.get(i))) {
        own.add(lines.get(i));
      }
      i += Math.max(attribution, 1);
    }
    return own;
  }

  private static boolean isQuoted(String line) {
    return line.startsWith(">");
  }

  private static boolean isQuotedAfter(List<String> lines, int start) {
    for (int i = start; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        return isQuoted(lines.get(i));
      }
    }
    return false;
  }

  private static boolean isSeparator(String line) {
    if (line.length() > LONGEST_SEPARATOR || line.length() < 8) {
      return false;
    }
    var low = line.toLowerCase(Locale.ROOT);
    boolean ruled = low.startsWith("--") || low.startsWith("__") || low.endsWith(":");
    return ruled && SEPARATORS.contains(inner(low))
        || REPLY_ABOVE.stream().anyMatch(low::contains)
        || isReplyMarker(low);
  }

  /** `##- Skriv ditt svar ovanför den här raden -##` in whatever words. */
  private static boolean isReplyMarker(String line) {
    var pieces = Phrases.words(line);
    return "#-=*~_".indexOf(line.charAt(0)) >= 0
        && MARKER.stream().allMatch(any -> pieces.stream().anyMatch(any::contains));
  }

  private static String inner(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && "-_*= ".indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "-_*=: ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(start, end);
  }
}
