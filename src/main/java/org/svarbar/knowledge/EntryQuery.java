package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to look for among the entries of one language.
 *
 * @param text the question's words that say something, in their order
 * @param words what they compare by; for these, {@link EntryHits#frequencies()} says how many
 *     entries hold them
 * @param group entries of this group and of none; empty: of all
 * @param internalToo also entries that only agents may read
 */
public record EntryQuery(
    Locale language, String text, List<String> words, Optional<String> group, boolean internalToo) {

  /**
   * As much of the text is searched for; OpenSearch refuses a search for more than 1,024 terms, and
   * each letter makes up to one piece, in two fields.
   */
  public static final int MOST_CHARACTERS = 480;

  public EntryQuery {
    words = List.copyOf(words);
  }
}
