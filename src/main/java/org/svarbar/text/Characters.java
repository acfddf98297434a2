package org.svarbar.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes characters comparable: one kind of space, one kind of line break, nothing invisible,
 * composed letters.
 */
final class Characters {

  /**
   * Beyond this, combining marks on one letter are vandalism; sorting long runs of them is slow.
   */
  private static final int MOST_MARKS = 4;

  private Characters() {}

  /**
   * The text with invisible characters taken out, every space a plain one, line breaks as `\n`, in
   * NFC.
   */
  static String normalise(String text) {
    var clean = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        c = -1;
      }
      if (marks <= MOST_MARKS) {
        append(c, clean);
      }
      i += width;
    }
    return Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  /** The lines of a text, each stripped, runs of spaces made one. */
  static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    normalise(text).lines().forEach(line -> lines.add(squeeze(line)));
    return lines;
  }

  /** Stripped at both ends, runs of spaces made one. */
  static String squeeze(String line) {
    var squeezed = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ') {
        squeezed.append(c);
      } else if (!squeezed.isEmpty() && squeezed.charAt(squeezed.length() - 1) != ' ') {
        squeezed.append(' ');
      }
    }
    return squeezed.toString().stripTrailing();
  }

  private static void append(int c, StringBuilder clean) {
    if (c == '\n'
        || c == '\r'
        || c == 0x0B
        || c == '\f'
        || c == 0x85
        || c == 0x2028
        || c == 0x2029) {
      clean.append('\n');
    } else if (c == '\t' || c >= 0 && Character.getType(c) == Character.SPACE_SEPARATOR) {
      clean.append(' ');
    } else if (c >= 0 && !isInvisible(c)) {
      clean.appendCodePoint(c);
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /**
   * Controls, zero-width and bidirectional characters, soft hyphens, tags, halves of surrogate
   * pairs.
   */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
