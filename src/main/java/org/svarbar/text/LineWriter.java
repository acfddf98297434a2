package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects text as a browser lays it out: white space is one space, blocks begin on a line of their
 * own.
 */
final class LineWriter {

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int preformatted;

  void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && preformatted > 0) {
        lineBreak();
      } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
        line.append(c); // a no-break space too: it makes an otherwise empty block visible
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  /** Ends the line that has been begun, if any. */
  void endLine() {
    if (!line.isEmpty()) {
      lineBreak();
    }
  }

  /** Ends the line, even an empty one. */
  void lineBreak() {
    lines.add(quotes > 0 ? "> " + line : line.toString());
    line.setLength(0);
  }

  /** Enters (1) or leaves (-1) a quotation; 0 only ends the line. */
  void quote(int step) {
    endLine();
    quotes += step;
  }

  /** Enters (1) or leaves (-1) text whose line breaks count. */
  void preformatted(int step) {
    endLine();
    preformatted += step;
  }

  List<String> finished() {
    endLine();
    return Characters.lines(String.join("\n", lines));
  }
}
