package org.svarbar.redaction;

import java.util.Map;
import java.util.Set;

/**
 * A text as a person reads its numbers: every digit 0 to 9, one kind of space and hyphen, nothing
 * invisible, entities resolved; and where each character came from.
 */
final class Legible {

  private static final int LONGEST_ENTITY = 10;
  private static final int LONGEST_TAG = 2000;
  private static final int MINUS = 0x2212;

  /** Tags that a reader does not see: what stands on both sides of them is one word. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "code", "data", "del", "em", "font", "i", "ins",
          "label", "mark", "nobr", "o:p", "q", "s", "small", "span", "strike", "strong", "sub",
          "sup", "tt", "u", "var", "wbr");

  private static final Map<String, String> ENTITIES =
      Map.of(
          "nbsp", " ", "shy", "", "commat", "@", "hyphen", "-", "ndash", "-", "plus", "+", "period",
          ".", "zwnj", "", "zwj", "", "amp", "&");

  private final String original;
  private final StringBuilder characters;
  private final int[] starts;
  private final int[] ends;

  private Legible(String original) {
    this.original = original;
    characters = new StringBuilder(original.length());
    starts = new int[original.length()];
    ends = new int[original.length()];
  }

  /**
   * @param withoutTags whether tags inside words are passed over
   */
  static Legible of(String original, boolean withoutTags) {
    var text = new Legible(original);
    int i = 0;
    while (i < original.length()) {
      i = text.read(i, withoutTags);
    }
    return text;
  }

  int length() {
    return characters.length();
  }

  char at(int index) {
    return characters.charAt(index);
  }

  /** The character there, or a line break where there is none. */
  char near(int index) {
    return index < 0 || index >= length() ? '\n' : at(index);
  }

  boolean isDigit(int index) {
    char c = near(index);
    return c >= '0' && c <= '9';
  }

  boolean isInWord(int index) {
    return Character.isLetterOrDigit(near(index));
  }

  String piece(int start, int end) {
    int from = Math.clamp(start, 0, length());
    return characters.substring(from, Math.clamp(end, from, length()));
  }

  /** Where in the original the character begins. */
  int originalStart(int index) {
    return starts[index];
  }

  /** Where in the original the character ends. */
  int originalEnd(int index) {
    return ends[index];
  }

  private int read(int i, boolean withoutTags) {
    char c = original.charAt(i);
    if (c == '<' && withoutTags) {
      int end = inlineTagEnd(i);
      if (end > i) {
        return end;
      }
    }
    if (c == '&') {
      int end = entityEnd(i);
      if (end > i && resolve(original.substring(i + 1, end - 1), i, end)) {
        return end;
      }
    }
    int point = original.codePointAt(i);
    int end = i + Character.charCount(point);
    add(point, i, end);
    return end;
  }

  private void add(int point, int start, int end) {
    int digit = Character.digit(point, 10);
    if (digit >= 0 && Character.isDigit(point)) {
      append((char) ('0' + digit), start, end);
    } else if (point >= 0xFF01 && point <= 0xFF5E) {
      append((char) (point - 0xFEE0), start, end);
    } else {
      addByType(point, start, end);
    }
  }

  private void addByType(int point, int start, int end) {
    switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR -> append(' ', start, end);
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> append('\n', start, end);
      case Character.DASH_PUNCTUATION -> append('-', start, end);
      case Character.CONTROL -> addControl(point, start, end);
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
      default -> append(point == MINUS ? '-' : narrow(point), start, end);
    }
  }

  /** Beyond the first plane there is nothing that identifiers are made of. */
  private static char narrow(int point) {
    return Character.isBmpCodePoint(point) ? (char) point : '\uFFFD';
  }

  private void addControl(int point, int start, int end) {
    if (point == '\n' || point == '\r') {
      append('\n', start, end);
    } else if (point == '\t') {
      append(' ', start, end);
    }
  }

  private void append(char c, int start, int end) {
    starts[length()] = start;
    ends[length()] = end;
    characters.append(c);
  }

  private int entityEnd(int start) {
    int most = Math.min(original.length(), start + LONGEST_ENTITY);
    for (int i = start + 1; i < most; i++) {
      char c = original.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        return start;
      }
    }
    return start;
  }

  private boolean resolve(String name, int start, int end) {
    if (name.startsWith("#")) {
      int point = codePoint(name.substring(1));
      if (point < 0) {
        return false;
      }
      add(point, start, end);
      return true;
    }
    var known = ENTITIES.get(name);
    if (known != null) {
      known.chars().forEach(c -> append((char) c, start, end));
    }
    return known != null;
  }

  /** The number of a character, -1 if it is none. */
  private static int codePoint(String number) {
    boolean hex = number.startsWith("x") || number.startsWith("X");
    try {
      int point = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
      return Character.isValidCodePoint(point) ? point : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Where a tag inside a word ends, `start` if none begins there. */
  private int inlineTagEnd(int start) {
    int i = start + 1;
    if (i < original.length() && original.charAt(i) == '/') {
      i++;
    }
    int name = i;
    while (i < original.length() && i < name + 8 && isInTagName(original.charAt(i))) {
      i++;
    }
    if (!INLINE.contains(original.substring(name, i).toLowerCase(java.util.Locale.ROOT))) {
      return start;
    }
    int most = Math.min(original.length(), start + LONGEST_TAG);
    while (i < most && original.charAt(i) != '>' && original.charAt(i) != '<') {
      i++;
    }
    return i < most && original.charAt(i) == '>' ? i + 1 : start;
  }

  private static boolean isInTagName(char c) {
    return c == ':' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
