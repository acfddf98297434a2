package org.svarbar.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.svarbar.platform.Languages;

/**
 * Splits a text into words that can be compared: `fakturan`, `fakturor` and `Faktura` have the same
 * key.
 */
public final class Words {

  private static final Map<Locale, Set<String>> STOP_WORDS = stopWords();

  private Words() {}

  /**
   * The words of a text in their order.
   *
   * @param language in which the text is written, one of {@link Languages#ALL}; another is only
   *     folded, not stemmed
   */
  public static List<Word> of(String text, Locale language) {
    var words = new ArrayList<Word>();
    var normalised = Characters.normalise(text);
    int start = Tokens.next(normalised, 0);
    while (start < normalised.length()) {
      int end = Tokens.end(normalised, start);
      words.add(word(normalised.substring(start, end), language));
      start = Tokens.next(normalised, end);
    }
    return words;
  }

  private static Word word(String original, Locale language) {
    var low = original.toLowerCase(Locale.ROOT);
    var folded = Folding.fold(Tokens.bare(low), language);
    boolean stop = STOP_WORDS.getOrDefault(language, Set.of()).contains(low);
    var key = Tokens.isCode(low) ? folded : Stem.of(language).stem(folded);
    return new Word(original, folded, key, stop);
  }

  private static Map<Locale, Set<String>> stopWords() {
    var list = WordList.read("stop-words.txt");
    var stopWords = new HashMap<Locale, Set<String>>();
    for (var language : Languages.ALL) {
      stopWords.put(language, Set.copyOf(list.section(language.getLanguage())));
    }
    return Map.copyOf(stopWords);
  }
}
