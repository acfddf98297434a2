package org.svarbar.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and sentences of one language: those of the sample FAQ, and as many more words as a large
 * FAQ has, made as Nordic languages make theirs: by putting words together. Names of products too.
 */
final class Vocabulary {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern END = Pattern.compile("(?<=[.!?:])\\s+|\\n+");
  private static final Pattern MARKS =
      Pattern.compile("\\[([^]]*)]\\([^)]*\\)|[*#>`]|(?m)^\\s*(-|\\d+\\.)\\s");

  /** The most frequent words hold sentences together and stay where they are. */
  private static final int HOLDING = 90;

  private static final int SHORTEST_TELLING = 4;
  private static final int COMPOUNDS = 30_000;
  private static final int PRODUCTS = 3_000;

  private final List<String> questions;
  private final List<String> sentences;
  private final Set<String> telling;
  private final Sampled<String> words;

  private Vocabulary(
      List<String> questions, List<String> sentences, Set<String> telling, Sampled<String> words) {
    this.questions = questions;
    this.sentences = sentences;
    this.telling = telling;
    this.words = words;
  }

  /** Of texts in one language. */
  static Vocabulary of(List<String> questions, List<String> answers, Random random) {
    var plain = answers.stream().map(it -> MARKS.matcher(it).replaceAll("$1")).toList();
    var sentences =
        plain.stream()
            .flatMap(END::splitAsStream)
            .map(String::strip)
            .filter(it -> it.length() > 15)
            .toList();
    var ranked = ranked(questions, sentences);
    var telling =
        ranked.stream()
            .skip(HOLDING)
            .filter(word -> word.length() >= SHORTEST_TELLING)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var all = new ArrayList<>(telling);
    all.addAll(made(List.copyOf(telling), random));
    return new Vocabulary(questions, sentences, Set.copyOf(telling), new Sampled<>(all));
  }

  private static List<String> ranked(List<String> questions, List<String> sentences) {
    Map<String, Integer> counted = new HashMap<>();
    for (var texts : List.of(questions, sentences)) {
      for (var text : texts) {
        WORD.matcher(text)
            .results()
            .forEach(it -> counted.merge(it.group().toLowerCase(Locale.ROOT), 1, Integer::sum));
      }
    }
    return counted.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> made(List<String> from, Random random) {
    var made = new LinkedHashSet<String>();
    while (made.size() < COMPOUNDS) {
      var first = from.get(random.nextInt(from.size()));
      var linking = random.nextInt(3) == 0 ? "s" : "";
      made.add(first + linking + from.get(random.nextInt(from.size())));
    }
    while (made.size() < COMPOUNDS + PRODUCTS) {
      var letters = "" + letter(random) + letter(random);
      made.add(letters + "-" + (10 + random.nextInt(9990)));
    }
    var shuffled = new ArrayList<>(made);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static char letter(Random random) {
    return (char) ('A' + random.nextInt(26));
  }

  String word(Random random) {
    return words.one(random);
  }

  /** A question about these words, built as one of the sample FAQ is. */
  String question(List<String> topic, Random random) {
    return about(topic, questions.get(random.nextInt(questions.size())), random);
  }

  /** A sentence of an answer. */
  String sentence(List<String> topic, Random random) {
    return about(topic, sentences.get(random.nextInt(sentences.size())), random);
  }

  /** The sentence with other words in the places of those that say what it is about. */
  private String about(List<String> topic, String sentence, Random random) {
    return WORD.matcher(sentence)
        .replaceAll(
            found ->
                telling.contains(found.group().toLowerCase(Locale.ROOT))
                    ? placed(found.group(), topic, random)
                    : found.group());
  }

  private String placed(String there, List<String> topic, Random random) {
    var chance = random.nextInt(100);
    if (chance < 20) {
      return there;
    }
    var word = chance < 60 ? topic.get(random.nextInt(topic.size())) : word(random);
    return Character.isUpperCase(there.charAt(0))
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }

  /** What a writer in a hurry makes of it: a letter less, or two in the wrong order. */
  static String mistyped(String word, Random random) {
    if (word.length() < 5) {
      return word;
    }
    var letters = word.toCharArray();
    var at = 1 + random.nextInt(letters.length - 2);
    if (random.nextBoolean()) {
      return word.substring(0, at) + word.substring(at + 1);
    }
    var swapped = Arrays.copyOf(letters, letters.length);
    swapped[at] = letters[at + 1];
    swapped[at + 1] = letters[at];
    return new String(swapped);
  }
}
