package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of text with empty lines between paragraphs. */
final class Paragraphs {

  private Paragraphs() {}

  /** One text: no empty line at either end, never two in a row, no ruled line at the end. */
  static String join(List<String> lines) {
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isEmpty() || isRule(lines.get(end - 1)))) {
      end--;
    }
    var text = new StringBuilder();
    boolean gap = false;
    for (var line : lines.subList(0, end)) {
      if (line.isEmpty()) {
        gap = true;
        continue;
      }
      if (!text.isEmpty()) {
        text.append(gap ? "\n\n" : "\n");
      }
      text.append(line);
      gap = false;
    }
    return text.toString();
  }

  /** The lines grouped into paragraphs, each without empty lines. */
  static List<List<String>> split(List<String> lines) {
    var paragraphs = new ArrayList<List<String>>();
    var current = new ArrayList<String>();
    for (var line : lines) {
      if (!line.isEmpty()) {
        current.add(line);
      } else if (!current.isEmpty()) {
        paragraphs.add(List.copyOf(current));
        current.clear();
      }
    }
    if (!current.isEmpty()) {
      paragraphs.add(List.copyOf(current));
    }
    return paragraphs;
  }

  /** Whether a line only separates: `-----`, `____`, `***`. */
  static boolean isRule(String line) {
    return line.length() >= 3 && line.chars().allMatch(c -> "-_=*~ ".indexOf(c) >= 0);
  }
}
