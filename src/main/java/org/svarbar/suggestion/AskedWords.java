package org.svarbar.suggestion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.EntryQuery.Guess;
import org.svarbar.suggestion.AskedWord.Reading;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * A question's words, each once, as many as one search takes.
 *
 * @param language of the entries that they are looked for in
 * @param words those that say something
 * @param said what those of them compare by that are looked for as they are
 * @param pairs as {@link Terms#pairs()} makes them
 * @param pieces as {@link Terms#pieces()} makes them
 * @param guesses what else they may mean
 */
record AskedWords(
    Locale language,
    List<AskedWord> words,
    List<String> said,
    List<String> pairs,
    List<String> pieces,
    List<Guess> guesses) {

  /** A question's words, read in this language. */
  static AskedWords of(Question question, Locale language) {
    var terms = Terms.of(question.subject() + "\n" + question.text(), language);
    var taken = new TakenTerms();
    terms.words().stream().filter(word -> !word.stop()).forEach(taken::take);
    terms.words().stream().filter(Word::stop).forEach(taken::takePieces);
    return taken.asked(language, firstOf(terms.pairs(), taken.said()));
  }

  /** Each once; a word of the search pays for a pair. */
  static List<String> firstOf(List<String> pairs, int most) {
    return new LinkedHashSet<>(pairs).stream().limit(most).toList();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** What the words may compare by, each once. */
  List<String> keys() {
    return words.stream()
        .flatMap(word -> word.readings().stream())
        .map(Reading::key)
        .distinct()
        .toList();
  }

  EntryQuery query(Optional<String> group, boolean internalToo, Set<String> notFrom) {
    return new EntryQuery(language, said, pairs, pieces, guesses, group, internalToo, notFrom);
  }
}
