package org.svarbar.text;

import java.util.Set;

/** Guesses by its form whether a piece of a line is somebody's name. */
final class Names {

  private static final Set<String> BETWEEN =
      Set.of("och", "og", "ja", "and", "von", "af", "av", "de", "&");

  private Names() {}

  /**
   * One to so many words of letters only, each capitalised, as `Anna-Karin Öberg` or `Per & Eva`.
   */
  static boolean isName(String piece, int mostWords) {
    var words = piece.strip().split(" ", mostWords + 2);
    if (words.length > mostWords || words[0].isEmpty() || BETWEEN.contains(words[0])) {
      return false;
    }
    for (var word : words) {
      if (!BETWEEN.contains(word) && !isCapitalised(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapitalised(String word) {
    return word.length() <= 25
        && Character.isUpperCase(word.charAt(0))
        && word.chars().allMatch(c -> Character.isLetter(c) || "-.'’,".indexOf(c) >= 0);
  }
}
