package org.svarbar.access;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Passwords that somebody would soon guess: common ones, those that are out, and those made of
 * names that everybody knows.
 */
final class GuessablePasswords {

  // a longer one would take seconds to judge
  private static final int JUDGED = 40;
  private static final int HARD_TO_GUESS = 4;
  private static final int SHORTEST_WORD = 3;
  private static final Zxcvbn GUESSING = new Zxcvbn();

  private GuessablePasswords() {}

  /**
   * Whether a password is one of them.
   *
   * @param names whose words make a password no harder to guess
   */
  static boolean include(String password, Collection<String> names) {
    var words =
        names.stream()
            .map(it -> it.toLowerCase(Locale.ROOT))
            .flatMap(it -> Arrays.stream(it.split("[^\\p{L}\\p{N}]+")))
            .filter(it -> it.length() >= SHORTEST_WORD)
            .toList();
    var rest = without(words, password);
    var judged = rest.substring(0, Math.min(rest.length(), JUDGED));
    // once more for words that are written otherwise, as with a 4 for an A
    return GUESSING.measure(judged, words).getScore() < HARD_TO_GUESS;
  }

  private static String without(Collection<String> words, String password) {
    var rest = password;
    for (var word : words) {
      rest = Pattern.compile(word, CASE_INSENSITIVE | UNICODE_CASE).matcher(rest).replaceAll("");
    }
    return rest;
  }
}
