package org.svarbar.text;

/**
 * Finds where words begin and end. Names and codes stay whole: `VDSL2`, `B2-4711`, `Wi-Fi`,
 * `1.184`, `anna@example.org`.
 */
final class Tokens {

  /** Both sides of a hyphen at least this long are two words. */
  private static final int LONG_PART = 4;

  /** Longer runs are no words; they are cut. */
  private static final int LONGEST = 100;

  private Tokens() {}

  /** Where the next word begins; the text's length if there is none. */
  static int next(String text, int start) {
    int i = start;
    while (i < text.length() && (isMark(text.charAt(i)) || !isWord(text, i))) {
      i++;
    }
    return i;
  }

  /** Where the word that begins at `start` ends. */
  static int end(String text, int start) {
    int end = run(text, start);
    int partStart = start;
    while (end + 1 < text.length() && end - start < LONGEST && isWord(text, end + 1)) {
      int nextEnd = run(text, end + 1);
      if (!joins(text, partStart, end, nextEnd)) {
        return end;
      }
      partStart = end + 1;
      end = nextEnd;
    }
    return end;
  }

  /** Whether a word is a code or a number, whose form means something. */
  static boolean isCode(String word) {
    return word.chars().anyMatch(c -> Character.isDigit(c) || c == '@');
  }

  /**
   * A word in lower case without what joins its parts, and without a case ending after a colon or
   * an apostrophe.
   */
  static String bare(String low) {
    var word = low.replace('’', '\'');
    int colon = word.indexOf(':');
    word =
        colon > 0 && !Character.isDigit(word.charAt(colon - 1)) ? word.substring(0, colon) : word;
    word = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    var bare = new StringBuilder(word.length());
    boolean code = isCode(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean decimal = c == '.' || c == ',' || c == ':' || c == '@' || c == '_';
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || decimal && code) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  private static int run(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST && isWord(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isWord(String text, int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || isMark(c)
        || Character.isSurrogate(c)
            && Character.isLetter(
                text.codePointAt(Character.isLowSurrogate(c) ? Math.max(i - 1, 0) : i));
  }

  /** Whether the character at `end`, between two parts, makes one word of them. */
  private static boolean joins(String text, int start, int end, int nextEnd) {
    char before = text.charAt(end - 1);
    char after = text.charAt(end + 1);
    return switch (text.charAt(end)) {
      case '\'', '’', '@', '_' -> true;
      case '-', '‑' ->
          end - start < LONG_PART
              || nextEnd - end - 1 < LONG_PART
              || isNumber(text, end + 1, nextEnd);
      case '.' ->
          Character.isDigit(before) == Character.isDigit(after) && !Character.isUpperCase(after);
      case ',' -> Character.isDigit(before) && Character.isDigit(after);
      case ':' ->
          Character.isDigit(before) == Character.isDigit(after)
              && Character.isLowerCase(after) != Character.isDigit(after)
              && nextEnd - end <= 5;
      default -> false;
    };
  }

  private static boolean isNumber(String text, int start, int end) {
    return text.substring(start, end).chars().allMatch(Character::isDigit);
  }
}
