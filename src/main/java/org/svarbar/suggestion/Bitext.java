package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Sentences;
import org.svarbar.text.Terms;

/** Sentences of two languages that are translations of each other, as numbers of words. */
final class Bitext {

  /** Longer, it is a table or a list, of which little is learned. */
  private static final int LONGEST = 80;

  /** So many pairs of words are enough, and all that memory is given for. */
  private static final long MOST_PAIRS_OF_WORDS = 4_000_000;

  private final Vocabulary first = new Vocabulary();
  private final Vocabulary second = new Vocabulary();
  private final List<Aligned> sentences = new ArrayList<>();
  private long pairsOfWords;

  /** What the words of two sentences compare by, as numbers in the vocabularies. */
  record Aligned(int[] first, int[] second) {}

  /** Numbers words in the order in which they come. */
  static final class Vocabulary {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private int number(String word) {
      return numbers.computeIfAbsent(word, it -> numbers.size());
    }

    List<String> words() {
      return List.copyOf(numbers.keySet());
    }
  }

  /** Adds an entry in both languages: its title, and those sentences that belong together. */
  void add(FaqEntry in, FaqEntry out) {
    add(in.title(), in.language(), out.title(), out.language());
    var pairs =
        SentenceAlignment.of(
            Sentences.of(in.plainText(), in.language()),
            Sentences.of(out.plainText(), out.language()));
    pairs.forEach(it -> add(it.first(), in.language(), it.second(), out.language()));
  }

  void add(String in, Locale inLanguage, String out, Locale outLanguage) {
    var one = Terms.of(in, inLanguage).keys();
    var other = Terms.of(out, outLanguage).keys();
    if (one.isEmpty() || other.isEmpty() || Math.max(one.size(), other.size()) > LONGEST) {
      return;
    }
    if (pairsOfWords + (long) one.size() * other.size() <= MOST_PAIRS_OF_WORDS) {
      pairsOfWords += (long) one.size() * other.size();
      sentences.add(
          new Aligned(
              one.stream().mapToInt(first::number).toArray(),
              other.stream().mapToInt(second::number).toArray()));
    }
  }

  List<Aligned> sentences() {
    return List.copyOf(sentences);
  }

  int pairsOfWords() {
    return (int) pairsOfWords;
  }

  List<String> firstWords() {
    return first.words();
  }

  List<String> secondWords() {
    return second.words();
  }
}
