package org.svarbar.selfservice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/** How much of one text is in another. */
final class SimilarText {

  /** A word is there when so much of its pieces is: inflected, or as part of a compound. */
  private static final double ENOUGH_PIECES = 0.6;

  private SimilarText() {}

  /**
   * The share of the words of `said` that say something and are in `other`, as they are or in
   * pieces; 0 when there are none.
   */
  static double share(String said, String other, Locale language) {
    var terms = Terms.of(other, language);
    var keys = new HashSet<>(terms.keys());
    var pieces = new HashSet<>(terms.pieces());
    Set<Word> words =
        Terms.of(said, language).words().stream()
            .filter(word -> !word.stop())
            .collect(Collectors.toSet());
    var there =
        words.stream().filter(word -> keys.contains(word.key()) || isIn(pieces, word)).count();
    return words.isEmpty() ? 0 : (double) there / words.size();
  }

  private static boolean isIn(Set<String> pieces, Word word) {
    var own = Terms.pieces(word);
    return own.size() > 1
        && own.stream().filter(pieces::contains).count() >= ENOUGH_PIECES * own.size();
  }
}
