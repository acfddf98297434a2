package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.text.Terms;

/**
 * What to look for among the entries of one language. Together `words`, `pairs` and `pieces` cost
 * at most {@link #MOST_CLAUSES}.
 *
 * @param words what the question's words that say something compare by, each once; for these,
 *     {@link EntryHits#frequencies()} says how many entries hold them
 * @param pairs each once, as {@link Terms#pairs()} makes them
 * @param pieces each once, as {@link Terms#pieces()} makes them
 * @param group entries of this group and of none; empty: of all
 * @param internalToo also entries that only agents may read
 */
public record EntryQuery(
    Locale language,
    List<String> words,
    List<String> pairs,
    List<String> pieces,
    Optional<String> group,
    boolean internalToo) {

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
  }
}
