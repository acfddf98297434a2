package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the sign-off off the end, with the name, title, address and telephone below it. A
 * postscript stays.
 */
final class SignOff {

  /** Names, titles and telephone numbers are short. */
  private static final int MOST_WORDS = 10;

  private static final int MOST_LINES = 20;

  private static final int LONGEST_FOOTER = 400;

  private static final List<String> FOOTER = WordList.MAIL.section("footer");

  private SignOff() {}

  static List<String> cut(List<String> lines) {
    var own = withoutSignOffs(lines);
    dropBareName(own);
    dropContact(own);
    dropEndOfLastLine(own);
    return own;
  }

  private static List<String> withoutSignOffs(List<String> lines) {
    int tail = tailStart(lines);
    var own = new ArrayList<String>();
    int i = 0;
    while (i < lines.size()) {
      var strength = strength(lines, i);
      if (strength.isEmpty()) {
        own.add(lines.get(i++));
      } else if (i + 1 >= tail) {
        return own;
      } else {
        i = end(lines, i + 1, strength);
      }
    }
    return own;
  }

  private static Optional<ClosingPhrases.Strength> strength(List<String> lines, int i) {
    var line = lines.get(i);
    boolean thanks =
        !line.isEmpty()
            && i + 1 < lines.size()
            && ClosingPhrases.isThanksAbove(lines.get(i + 1), line);
    return thanks ? Optional.of(ClosingPhrases.Strength.SURE) : ClosingPhrases.find(line);
  }

  /** From which line on there is nothing but what stands below a sign-off. */
  private static int tailStart(List<String> lines) {
    int filled = 0;
    int i = lines.size();
    while (i > 0 && filled <= MOST_LINES) {
      var line = lines.get(i - 1);
      if (!line.isEmpty() && !isBelowSignOff(line)) {
        return i;
      }
      filled += line.isEmpty() ? 0 : 1;
      i--;
    }
    return i;
  }

  /**
   * Where text goes on after a sign-off in the middle: after the name, if the sign-off was a sure
   * one.
   */
  private static int end(
      List<String> lines, int start, Optional<ClosingPhrases.Strength> strength) {
    int i = start;
    while (strength.equals(Optional.of(ClosingPhrases.Strength.SURE))
        && i < lines.size()
        && i < start + MOST_LINES
        && !lines.get(i).isEmpty()
        && isBelowSignOff(lines.get(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBelowSignOff(String line) {
    return line.indexOf('?') < 0
        && !isPostscript(line)
        && (isContact(line) || isShort(line) || isFooter(line));
  }

  /** What companies write under the names of their people. */
  private static boolean isFooter(String line) {
    var low = line.toLowerCase(Locale.ROOT);
    return line.length() <= LONGEST_FOOTER && FOOTER.stream().anyMatch(low::contains);
  }

  private static boolean isShort(String line) {
    int words = Phrases.words(line).size();
    boolean sentence = line.endsWith(".") || line.endsWith("!");
    return words <= (sentence ? 5 : MOST_WORDS) && line.length() <= 100;
  }

  private static boolean isContact(String line) {
    var low = line.toLowerCase(Locale.ROOT);
    return line.length() <= 300
        && !line.endsWith(".")
        && (low.contains("@") || low.contains("www.") || low.contains("http"));
  }

  private static boolean isPostscript(String line) {
    var words = Phrases.words(line.substring(0, Math.min(line.length(), 10)));
    boolean ps = !words.isEmpty() && words.getFirst().equals("ps");
    return ps || words.size() > 1 && words.get(0).equals("p") && words.get(1).equals("s");
  }

  /** `Anton` alone in the last paragraph, after a finished sentence. */
  private static void dropBareName(List<String> lines) {
    int last = lastFilled(lines);
    if (last < 2 || !lines.get(last - 1).isEmpty() || !isBareName(lines.get(last))) {
      return;
    }
    int before = lastFilled(lines.subList(0, last));
    if (before >= 0 && ".!?".indexOf(lastCharacter(lines.get(before))) >= 0) {
      lines.subList(last, lines.size()).clear();
    }
  }

  /** Name, telephone and the like as the last paragraph, without a sign-off above them. */
  private static void dropContact(List<String> lines) {
    int last = lastFilled(lines);
    int first = last;
    while (first > 0 && !lines.get(first - 1).isEmpty()) {
      first--;
    }
    if (first < 2 || last - first > MOST_LINES || !Names.isName(lines.get(first), 3)) {
      return;
    }
    var block = lines.subList(first, last + 1);
    boolean reached = block.stream().anyMatch(line -> isContact(line) || isNumber(line));
    if (reached && block.stream().allMatch(SignOff::isBelowSignOff)) {
      lines.subList(first, lines.size()).clear();
    }
  }

  /** Whether a line holds as many digits as a telephone number, and little else. */
  private static boolean isNumber(String line) {
    long digits = line.chars().filter(Character::isDigit).count();
    return digits >= 7 && line.length() <= 40;
  }

  private static boolean isBareName(String line) {
    return line.length() <= 30
        && Names.isName(line, 2)
        && !line.equals(line.toUpperCase(Locale.ROOT));
  }

  /** `… vad gör jag nu? Mvh Kalle` */
  private static void dropEndOfLastLine(List<String> lines) {
    int last = lastFilled(lines);
    if (last >= 0) {
      var line = lines.get(last);
      int cut = ClosingPhrases.startAtEnd(line);
      if (cut > 0) {
        lines.set(last, line.substring(0, cut).strip());
      }
    }
  }

  private static int lastFilled(List<String> lines) {
    int i = lines.size() - 1;
    while (i >= 0 && lines.get(i).isEmpty()) {
      i--;
    }
    return i;
  }

  private static char lastCharacter(String line) {
    return line.charAt(line.length() - 1);
  }
}
