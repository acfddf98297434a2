package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A text as texts are compared: by its words, by pairs of words that follow each other, and by
 * pieces of words. Pieces find the parts of compounds, linking letters or not, the same word in a
 * neighbouring language, and misspelt words.
 *
 * @param words in their order
 */
public record Terms(List<Word> words) {

  /** Letters of a piece; a word's edges count as one each. */
  private static final int PIECE = 4;

  private static final String EDGE = "^";
  private static final String PAIRED = "_";

  public Terms {
    words = List.copyOf(words);
  }

  public static Terms of(String text, Locale language) {
    return new Terms(Words.of(text, language));
  }

  /** The terms of two texts, one below the other. */
  public Terms followedBy(Terms other) {
    return new Terms(Stream.concat(words.stream(), other.words.stream()).toList());
  }

  /** What the words that say something compare by. */
  public List<String> keys() {
    return telling().map(Word::key).toList();
  }

  /** Each two words that say something and follow each other but for those that do not. */
  public List<String> pairs() {
    var keys = keys();
    var pairs = new ArrayList<String>();
    for (int i = 0; i + 1 < keys.size(); i++) {
      pairs.add(keys.get(i) + PAIRED + keys.get(i + 1));
    }
    return pairs;
  }

  /** Of all words, those that say nothing too. */
  public List<String> pieces() {
    return words.stream().flatMap(word -> pieces(word).stream()).toList();
  }

  /** `faktura` → `^fak`, `fakt`, `aktu`, `ktur`, `tura`, `ura^`; a short word is one piece. */
  public static List<String> pieces(Word word) {
    var edged = EDGE + word.folded() + EDGE;
    return edged.length() <= PIECE ? List.of(edged) : pieces(edged);
  }

  /** The same of a stem, which does not know where its word ends: `faktur` → `^fak`, `fakt` … */
  public static List<String> piecesOfStem(String stem) {
    return pieces(EDGE + stem);
  }

  private static List<String> pieces(String edged) {
    var pieces = new ArrayList<String>();
    for (int i = 0; i + PIECE <= edged.length(); i++) {
      pieces.add(edged.substring(i, i + PIECE));
    }
    return pieces;
  }

  private Stream<Word> telling() {
    return words.stream().filter(Predicate.not(Word::stop));
  }
}
