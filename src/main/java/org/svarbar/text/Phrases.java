package org.svarbar.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fixed phrases that lines begin with, each with what it means. */
final class Phrases<T> {

  private static final int LONGEST_LINE = 200;
  private static final int MOST_WORDS = 5;

  private final Map<String, T> meanings;

  /**
   * @param phrases by meaning: lower case, one space between words, no punctuation
   */
  Phrases(Map<T, List<String>> phrases) {
    meanings = new HashMap<>();
    phrases.forEach((meaning, all) -> all.forEach(phrase -> meanings.put(phrase, meaning)));
  }

  /**
   * A phrase at the beginning of a line.
   *
   * @param rest what follows it, from the first letter or digit on
   */
  record Found<T>(T meaning, String between, String rest) {}

  /** The longest phrase that the line begins with. */
  Optional<Found<T>> at(String line) {
    int end = 0;
    var phrase = new StringBuilder();
    Optional<Found<T>> longest = Optional.empty();
    for (int n = 0; n < MOST_WORDS && end < line.length() && end < LONGEST_LINE; n++) {
      int start = skip(line, end, false);
      end = skip(line, start, true);
      phrase.append(n == 0 ? "" : " ").append(line.substring(start, end).toLowerCase(Locale.ROOT));
      var meaning = meanings.get(phrase.toString());
      if (meaning != null) {
        int rest = skip(line, end, false);
        longest =
            Optional.of(new Found<>(meaning, line.substring(end, rest), line.substring(rest)));
      }
    }
    return longest;
  }

  /** The words of a line in lower case, without punctuation. */
  static List<String> words(String line) {
    var words = new ArrayList<String>();
    int start = skip(line, 0, false);
    while (start < line.length()) {
      int end = skip(line, start, true);
      words.add(line.substring(start, end).toLowerCase(Locale.ROOT));
      start = skip(line, end, false);
    }
    return words;
  }

  private static int skip(String line, int start, boolean letters) {
    int i = start;
    while (i < line.length() && isInWord(line.charAt(i)) == letters) {
      i++;
    }
    return i;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
