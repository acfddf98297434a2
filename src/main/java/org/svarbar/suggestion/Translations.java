package org.svarbar.suggestion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the words of one language are in another. Kept in arrays, because there are many. */
final class Translations {

  /** More are noise. */
  private static final int MOST = 3;

  private final String[] words;

  /** Where a word's translations begin; one more than there are words. */
  private final int[] starts;

  private final String[] translations;
  private final float[] probabilities;

  /**
   * @param word by what it compares by
   * @param probability 0 to 1
   */
  record Translation(String word, double probability) {}

  private Translations(List<String> words, int[] starts, List<WordLink> links) {
    this.words = words.toArray(String[]::new);
    this.starts = starts;
    translations = links.stream().map(WordLink::translation).toArray(String[]::new);
    probabilities = new float[links.size()];
    for (var i = 0; i < probabilities.length; i++) {
      probabilities[i] = (float) links.get(i).probability();
    }
  }

  /** The likeliest of each word. */
  static Translations of(List<WordLink> links) {
    var byWord =
        links.stream()
            .sorted(
                Comparator.comparingDouble(WordLink::probability)
                    .reversed()
                    .thenComparing(WordLink::translation))
            .collect(Collectors.groupingBy(WordLink::word, TreeMap::new, Collectors.toList()));
    var kept = byWord.values().stream().map(it -> it.stream().limit(MOST).toList()).toList();
    var starts = new int[kept.size() + 1];
    for (var i = 0; i < kept.size(); i++) {
      starts[i + 1] = starts[i] + kept.get(i).size();
    }
    return new Translations(
        List.copyOf(byWord.keySet()), starts, kept.stream().flatMap(List::stream).toList());
  }

  /** Likeliest first; none for a word that was not learned. */
  List<Translation> of(String word) {
    var at = Arrays.binarySearch(words, word);
    return at < 0
        ? List.of()
        : IntStream.range(starts[at], starts[at + 1])
            .mapToObj(i -> new Translation(translations[i], probabilities[i]))
            .toList();
  }

  /** How many words there are translations of. */
  int words() {
    return words.length;
  }
}
