package org.svarbar.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A text without personal identifiers.
 *
 * @param text with a mark such as `[phone]` in place of each
 * @param found what was there, in the order of the original text, none overlapping another
 */
public record Redaction(String text, List<Found> found) {

  private static final int LONGEST_LOGGED = 2000;

  public Redaction {
    Objects.requireNonNull(text, "text");
    found = List.copyOf(found);
  }

  /**
   * An identifier in the original text.
   *
   * @param start of its first character
   * @param end behind its last character
   */
  public record Found(Identifier kind, int start, int end) {

    private boolean overlaps(Found other) {
      return start < other.end && other.start < end;
    }

    private Found with(Found other) {
      return new Found(kind, Math.min(start, other.start), Math.max(end, other.end));
    }
  }

  /**
   * Takes the identifiers out.
   *
   * @param text plain or HTML, of any length and content; tags within an identifier go with it
   */
  public static Redaction of(String text) {
    var found = found(Legible.of(text, false));
    if (text.indexOf('<') >= 0) {
      found = merged(found, found(Legible.of(text, true)));
    }
    return new Redaction(marked(text, found), found);
  }

  /**
   * One line for a log: without identifiers, without line breaks and other characters that could
   * forge a line or colour a terminal, and not longer than 2,000 characters.
   */
  public static String forLog(String text) {
    var line = new StringBuilder();
    of(text.substring(0, Math.min(text.length(), 2 * LONGEST_LOGGED)))
        .text()
        .codePoints()
        .map(c -> isPrintable(c) ? c : ' ')
        .limit(LONGEST_LOGGED)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /** A fault for a log: as it is, but with messages as {@link #forLog(String)} makes them. */
  public static Throwable forLog(Throwable fault) {
    return LoggedFault.of(fault);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static List<Found> found(Legible text) {
    return Identifiers.in(text).stream()
        .map(
            one ->
                new Found(
                    one.kind(), text.originalStart(one.start()), text.originalEnd(one.end() - 1)))
        .toList();
  }

  /** Both; what overlaps becomes one. */
  private static List<Found> merged(List<Found> first, List<Found> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    all.sort(Comparator.comparingInt(Found::start));
    var merged = new ArrayList<Found>();
    for (var one : all) {
      if (!merged.isEmpty() && merged.getLast().overlaps(one)) {
        merged.set(merged.size() - 1, merged.getLast().with(one));
      } else {
        merged.add(one);
      }
    }
    return merged;
  }

  private static String marked(String text, List<Found> found) {
    var marked = new StringBuilder(text.length());
    int end = 0;
    for (var one : found) {
      marked.append(text, end, one.start()).append(one.kind().mark());
      end = one.end();
    }
    return marked.append(text, end, text.length()).toString();
  }
}
