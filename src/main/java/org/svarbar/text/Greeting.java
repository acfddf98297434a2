package org.svarbar.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the greeting off the beginning: `Hej!`, `Hei dere,`, `Dear Sir or Madam,`. */
final class Greeting {

  private static final int MOST_WORDS = 5;

  private enum Kind {
    /** never anything but a greeting at the beginning of a mail */
    ALWAYS,
    /** a greeting only with somebody's name or a comma after it */
    ADDRESSING
  }

  private static final Phrases<Kind> PHRASES =
      new Phrases<>(
          Map.of(
              Kind.ALWAYS,
              WordList.MAIL.section("greeting"),
              Kind.ADDRESSING,
              WordList.MAIL.section("address")));

  /** Whom one writes to, besides names. */
  private static final Set<String> ADDRESSEES = Set.copyOf(WordList.MAIL.section("addressee"));

  private Greeting() {}

  static List<String> cut(List<String> lines) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isEmpty()) {
      first++;
    }
    if (first == lines.size()) {
      return lines;
    }
    var rest = rest(lines.get(first));
    var following = lines.subList(first + 1, lines.size());
    return rest.isEmpty() ? following : Stream.concat(Stream.of(rest), following.stream()).toList();
  }

  /** The line without its greeting. */
  private static String rest(String line) {
    var found = PHRASES.at(line).orElse(null);
    if (found == null) {
      return isOnlyAddressee(line) ? "" : line;
    }
    if (!found.between().isEmpty() && "-/'’".indexOf(found.between().charAt(0)) >= 0) {
      return line;
    }
    if (isEnd(found.between()) || found.rest().isEmpty()) {
      return found.rest();
    }
    int end = addresseeEnd(found.rest());
    if (end > 0) {
      return found.rest().substring(end).replaceFirst("^[ ,.!:;)\\-–]{1,20}", "");
    }
    return found.meaning() == Kind.ALWAYS ? found.rest() : line;
  }

  /** `Nordlys kundservice,` */
  private static boolean isOnlyAddressee(String line) {
    return line.endsWith(",") && Names.isName(line.substring(0, line.length() - 1), 3);
  }

  /**
   * Where the addressee ends: at a comma, an exclamation mark or the line's end, after few words.
   * 0: nobody is addressed.
   */
  private static int addresseeEnd(String rest) {
    int end = 0;
    while (end < rest.length() && end < 80 && ",.!:;".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    var words = rest.substring(0, end).strip().split(" ");
    boolean addressed =
        end < 80
            && words.length <= MOST_WORDS
            && Stream.of(words)
                .allMatch(
                    w -> ADDRESSEES.contains(w.toLowerCase(Locale.ROOT)) || Names.isName(w, 1));
    return addressed ? end : 0;
  }

  private static boolean isEnd(String between) {
    return between.chars().anyMatch(c -> ",.!:;\n".indexOf(c) >= 0);
  }
}
