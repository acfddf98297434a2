package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.text.Terms;

/**
 * What to look for among the entries of one language. Together `words`, `pairs`, `pieces` and
 * `guesses` cost at most {@link #MOST_CLAUSES}.
 *
 * @param words what the question's words that say something compare by, each once; for these and
 *     for the guesses, {@link EntryHits#frequencies()} says how many entries hold them
 * @param pairs each once, as {@link Terms#pairs()} makes them
 * @param pieces each once, as {@link Terms#pieces()} makes them
 * @param guesses words that the question may mean, beside what it says
 * @param group entries of this group and of none; empty: of all
 * @param internalToo also entries that only agents may read
 * @param notFrom sources whose entries are not looked for
 */
public record EntryQuery(
    Locale language,
    List<String> words,
    List<String> pairs,
    List<String> pieces,
    List<Guess> guesses,
    Optional<String> group,
    boolean internalToo,
    Set<String> notFrom) {

  /** OpenSearch refuses a search for more than 1,024 terms. */
  public static final int MOST_CLAUSES = 1000;

  /** A word is looked for in the questions and in the whole text, and in a pair. */
  public static final int CLAUSES_OF_WORD = 3;

  /** A piece is looked for in the questions and in the whole text. */
  public static final int CLAUSES_OF_PIECE = 2;

  public EntryQuery {
    words = List.copyOf(words);
    pairs = List.copyOf(pairs);
    pieces = List.copyOf(pieces);
    guesses = List.copyOf(guesses);
    notFrom = Set.copyOf(notFrom);
  }

  /** What is looked for as it is said, in all sources. */
  public EntryQuery(
      Locale language,
      List<String> words,
      List<String> pairs,
      List<String> pieces,
      Optional<String> group,
      boolean internalToo) {
    this(language, words, pairs, pieces, List.of(), group, internalToo, Set.of());
  }

  /**
   * A word that the question may mean.
   *
   * @param word what it compares by
   * @param pieces of it; none that is in another guess or in the question's own pieces
   * @param weight how much it counts beside a word that the question says; 0 to 1
   */
  public record Guess(String word, List<String> pieces, double weight) {

    public Guess {
      pieces = List.copyOf(pieces);
    }
  }

  /** All words, the guessed ones too, each once. */
  List<String> allWords() {
    return Stream.concat(words.stream(), guesses.stream().map(Guess::word)).distinct().toList();
  }
}
