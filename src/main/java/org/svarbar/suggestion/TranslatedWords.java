package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryQuery.Guess;
import org.svarbar.suggestion.AskedWord.Reading;
import org.svarbar.suggestion.Translations.Translation;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * A question's words as entries in another language may say them: by their translations, and as
 * they are, because names, codes and many words are the same in all languages. How much each counts
 * was chosen on public FAQs in two languages; see docs/decisions/0010-lexicon.md.
 */
final class TranslatedWords {

  private final Translations translations;
  private final TakenTerms taken = new TakenTerms();
  private final List<Guess> guesses = new ArrayList<>();
  private final HashSet<String> seen = new HashSet<>();

  private TranslatedWords(Translations translations) {
    this.translations = translations;
  }

  /**
   * @param from the question's language
   * @param to the entries' language
   * @param alike whether the languages are so alike that small words and the order of words say
   *     something too
   * @return without any words when none has a translation and the languages are not alike
   */
  static AskedWords of(
      Question question, Locale from, Locale to, Translations translations, boolean alike) {
    var text = question.subject() + "\n" + question.text();
    var asked = Terms.of(text, from).words();
    var read = Terms.of(text, to);
    var words = new TranslatedWords(translations);
    var small = new ArrayList<Word>();
    for (var i = 0; i < asked.size(); i++) {
      if (asked.get(i).stop()) {
        small.add(read.words().get(i));
      } else {
        words.add(asked.get(i), read.words().get(i));
      }
    }
    return alike ? words.asked(to, small, read.pairs()) : words.asked(to);
  }

  private void add(Word asked, Word read) {
    var known = translations.of(asked.key());
    if (known.isEmpty()) {
      taken.take(read);
    } else if (seen.add(asked.key())) {
      var sure = Math.min(1, known.stream().mapToDouble(Translation::probability).sum());
      var asItIs = new Reading(read.key(), 1 - sure / 2);
      guesses.add(new Guess(asItIs.key(), Terms.pieces(read), asItIs.likelihood()));
      known.forEach(it -> guesses.add(guess(it)));
      var readings = known.stream().map(it -> new Reading(it.word(), it.probability()));
      taken.takeTranslated(
          asked.key(),
          new AskedWord(asked.original(), Stream.concat(readings, Stream.of(asItIs)).toList()));
    }
  }

  /** Doubtful translations count less than their probability, because there are many of them. */
  private static Guess guess(Translation translation) {
    var probability = translation.probability();
    return new Guess(
        translation.word(), Terms.piecesOfStem(translation.word()), probability * probability);
  }

  private AskedWords asked(Locale to) {
    return guesses.isEmpty()
        ? new TakenTerms().asked(to, List.of())
        : asked(to, List.of(), List.of());
  }

  private AskedWords asked(Locale to, List<Word> small, List<String> pairs) {
    guesses.sort(Comparator.comparingDouble(Guess::weight).reversed());
    guesses.forEach(taken::guess);
    small.forEach(taken::takePieces);
    return taken.asked(to, AskedWords.firstOf(pairs, taken.said()));
  }
}
