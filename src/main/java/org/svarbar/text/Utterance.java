package org.svarbar.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A sentence of a mail, and what its writer does with it.
 *
 * @param item whether it is an item of a list
 * @param content how many of its words say what it is about
 * @param pointing whether it points to something said before
 * @param wish whether it asks only by telling what its writer wants
 * @param inPassing whether that wish stands behind something else: `vi flyttar och vill …`
 */
record Utterance(
    String text,
    boolean item,
    Questions.Kind kind,
    int content,
    boolean pointing,
    boolean wish,
    boolean inPassing) {

  /** A question with so few words of its own is not understood alone. */
  private static final int ENOUGH = 2;

  private static final int ENOUGH_THOUGH_POINTING = 4;

  /** `Går det att …`, `is it possible …`: there it points to nothing. */
  private static final int EXPLETIVE = 2;

  private static final Set<String> EXPLETIVES = Set.of("det", "it", "there", "this", "that");

  static Utterance of(String text, boolean item, Locale language) {
    var asking = AskingWords.of(language);
    var all = Phrases.words(text);
    var words = withoutOpeners(all, asking);
    var opener = all.subList(0, all.size() - words.size());
    var kind = kind(text, opener, words, asking);
    boolean wish =
        kind == Questions.Kind.ASKS
            && !text.contains("?")
            && !asking.opensQuestion(opener, words)
            && !asking.wonders(words);
    int content = content(text, asking, language);
    return new Utterance(
        text,
        item,
        kind,
        content,
        points(words, asking),
        wish,
        wish && asking.wishesInPassing(words));
  }

  private static int content(String text, AskingWords asking, Locale language) {
    return (int)
        Words.of(text, language).stream()
            .filter(word -> !word.stop())
            .filter(word -> !asking.isEmpty(word.original().toLowerCase(language)))
            .count();
  }

  private static boolean points(List<String> words, AskingWords asking) {
    return IntStream.range(0, words.size())
        .filter(i -> i >= EXPLETIVE || !EXPLETIVES.contains(words.get(i)))
        .anyMatch(i -> asking.anaphors().contains(words.get(i)));
  }

  Utterance as(Questions.Kind other) {
    return new Utterance(text, item, other, content, pointing, wish, inPassing);
  }

  boolean asks() {
    return kind == Questions.Kind.ASKS;
  }

  boolean tells() {
    return kind == Questions.Kind.TELLS;
  }

  boolean needsContext() {
    return content < ENOUGH || pointing && content < ENOUGH_THOUGH_POINTING;
  }

  boolean isEmptyOfContent() {
    return content == 0;
  }

  static List<String> withoutOpeners(List<String> words, AskingWords asking) {
    int start = 0;
    int opener = AskingWords.at(asking.openers(), words, 0);
    while (opener > 0 && start + opener < words.size()) {
      start += opener;
      opener = AskingWords.at(asking.openers(), words, start);
    }
    return words.subList(start, words.size());
  }

  private static Questions.Kind kind(
      String text, List<String> opener, List<String> words, AskingWords asking) {
    boolean marked = text.indexOf('?') >= 0;
    int courtesy = AskingWords.at(asking.courtesies(), words, 0);
    if (words.size() <= 1 || courtesy > 0 && !(marked && words.size() > courtesy + 2)) {
      return Questions.Kind.COURTESY;
    }
    if (!marked && asking.announces(words)) {
      return Questions.Kind.COURTESY;
    }
    boolean asks =
        marked
            || asking.opensQuestion(opener, words)
            || asking.wonders(words)
            || asking.wishes(words)
            || asking.commands(words);
    return asks ? Questions.Kind.ASKS : Questions.Kind.TELLS;
  }
}
