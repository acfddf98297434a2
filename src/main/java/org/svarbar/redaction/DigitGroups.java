package org.svarbar.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits from one place on, in the groups in which they are written: `811228-9874 12` is 6, 4 and 2
 * digits.
 */
final class DigitGroups {

  private static final int MOST_DIGITS = 19;
  private static final int LONGEST_GAP = 3;
  private static final int FEWEST_SPREAD = 10;

  /**
   * The first so many groups.
   *
   * @param digits of all of them
   * @param shape how many digits each has, with what is between them: `6-4`; white space around
   *     other characters is left out
   * @param end behind the last digit
   */
  record Prefix(String digits, String shape, int end) {}

  private DigitGroups() {}

  /**
   * All beginnings that end where a number may end: not before a letter or another digit, nor in
   * the middle of a longer row such as `1-2-3`.
   */
  static List<Prefix> at(Legible text, int start) {
    var prefixes = new ArrayList<Prefix>();
    var digits = new StringBuilder();
    var shape = new StringBuilder();
    int singles = 0;
    int groups = 0;
    int i = start;
    while (text.isDigit(i) && digits.length() < MOST_DIGITS) {
      int end = groupEnd(text, i);
      digits.append(text.piece(i, end));
      shape.append(end - i);
      groups++;
      singles += end - i == 1 ? 1 : 0;
      int next = gapEnd(text, end);
      var gap = text.piece(end, next);
      if (mayEnd(text, end, next, gap) && digits.length() <= MOST_DIGITS) {
        prefixes.add(new Prefix(digits.toString(), shape(shape, singles == groups, digits), end));
      }
      shape.append(gap.isBlank() && !gap.isEmpty() ? " " : gap.strip());
      i = next;
    }
    return prefixes;
  }

  /** `1 9 8 1 …`: digits spread one by one are one group. */
  private static String shape(StringBuilder shape, boolean spread, StringBuilder digits) {
    return spread && digits.length() >= FEWEST_SPREAD
        ? String.valueOf(digits.length())
        : shape.toString();
  }

  private static int groupEnd(Legible text, int start) {
    int i = start;
    while (text.isDigit(i) && i - start <= MOST_DIGITS) {
      i++;
    }
    return i;
  }

  /** Where the next group begins, or `start` if there is none. */
  private static int gapEnd(Legible text, int start) {
    int i = start;
    while (i - start < LONGEST_GAP && " -+./()".indexOf(text.near(i)) >= 0) {
      i++;
    }
    return text.isDigit(i) ? i : start;
  }

  private static boolean mayEnd(Legible text, int end, int next, String gap) {
    boolean goesOn = gap.equals("-") || gap.equals(".");
    return !text.isInWord(end) && (next == end || !goesOn);
  }
}
