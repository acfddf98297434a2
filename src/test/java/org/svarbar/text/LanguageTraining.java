package org.svarbar.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.svarbar.platform.Languages;

/**
 * Learns the coefficients of {@link LanguageModel} from text that was written for this project:
 * sentences, the demo's FAQ, and the lists of frequent words. Run from the project's folder it
 * writes `language-model.txt` anew, the same each time.
 */
public final class LanguageTraining {

  private static final Path MODEL =
      Path.of("src/main/resources/org/svarbar/text/language-model.txt");
  private static final int LANGUAGES = Languages.ALL.size();
  private static final int SNIPPETS_PER_LANGUAGE = 6000;
  private static final int BAGS_PER_LANGUAGE = 1500;
  private static final int LONGEST_SNIPPET = 14;
  private static final int ROUNDS = 12;
  private static final int GROUPS = 1950;
  private static final double STEP = 0.3;
  private static final int FEWEST_SNIPPETS = 20;
  private static final double SHRINKING = 1e-5;

  private static final String HEADING =
      """
      # Coefficients that tell the languages apart, in tenths. Learned from text of this project; made anew by
      # mvn -q -Planguage-model
      # A group of letters (_ is the edge of a word) or a list of frequent words, and its weight for: %s
      # * is in every text: one Norwegian in eight writes Nynorsk, so what could be either is rather Bokmål.
      * 0 0 -14 0 0 0
      """;

  /** A piece of text: its features as numbers, ascending, and how strong each is. */
  private record Snippet(int[] features, double[] strengths, int language) {}

  private final Random random = new Random(4);
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Snippet> snippets = new ArrayList<>();

  private LanguageTraining() {}

  public static void main(String[] arguments) throws IOException {
    var training = new LanguageTraining();
    training.readSnippets();
    var all = training.learn(training.frequent());
    var kept = training.strongest(all);
    Files.writeString(MODEL, training.written(training.learn(kept), kept));
    System.out.printf("%d coefficients, %d bytes%n", kept.cardinality(), Files.size(MODEL));
  }

  /** Pieces of all lengths, because customers' texts have all lengths. */
  private void readSnippets() throws IOException {
    var frequentWords = WordList.read("language-words.txt");
    for (int language = 0; language < LANGUAGES; language++) {
      var tag = Languages.ALL.get(language).getLanguage();
      var sentences = sentences(tag);
      for (int i = 0; i < SNIPPETS_PER_LANGUAGE; i++) {
        var sentence = sentences.get(random.nextInt(sentences.size()));
        add(LanguageFeatures.of(piece(sentence)), language);
      }
      for (int i = 0; i < BAGS_PER_LANGUAGE; i++) {
        add(bag(frequentWords.section(tag)), language);
      }
    }
  }

  private void add(Map<String, Double> features, int language) {
    var sorted = new TreeMap<Integer, Double>();
    features.remove("*");
    features.forEach((feature, strength) -> sorted.put(number(feature), strength));
    snippets.add(
        new Snippet(
            sorted.keySet().stream().mapToInt(n -> n).toArray(),
            sorted.values().stream().mapToDouble(x -> x).toArray(),
            language));
  }

  private int number(String feature) {
    return numbers.computeIfAbsent(
        feature,
        name -> {
          names.add(name);
          return names.size() - 1;
        });
  }

  private String piece(List<String> words) {
    int length = 1 + random.nextInt(Math.min(LONGEST_SNIPPET, words.size()));
    int start = random.nextInt(words.size() - length + 1);
    return String.join(" ", words.subList(start, start + length));
  }

  /**
   * Some words of a list; that they are in the list does not count, else nothing else is learned.
   */
  private Map<String, Double> bag(List<String> words) {
    var bag = new ArrayList<String>();
    int length = 1 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      bag.add(words.get(random.nextInt(words.size())));
    }
    var features = LanguageFeatures.of(String.join(" ", bag));
    features.keySet().removeIf(feature -> feature.startsWith("="));
    return features;
  }

  private static List<List<String>> sentences(String tag) throws IOException {
    var texts = new ArrayList<String>();
    texts.addAll(Files.readAllLines(Path.of("src/test/resources/text/language", tag + ".txt")));
    var faq = Path.of("src/test/resources/demo/knowledge", tag + ".json");
    try (var reader = Json.createReader(Files.newBufferedReader(faq))) {
      for (var entry : reader.readArray().getValuesAs(JsonObject.class)) {
        entry.getJsonArray("questions").getValuesAs(JsonString::getString).forEach(texts::add);
        texts.addAll(entry.getString("answer").lines().toList());
      }
    }
    return texts.stream()
        .map(text -> text.replaceAll("https?://[^ )]+", " "))
        .map(LanguageFeatures::words)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private BitSet frequent() {
    var counts = new int[names.size()];
    snippets.forEach(snippet -> IntStream.of(snippet.features()).forEach(f -> counts[f]++));
    var frequent = new BitSet();
    IntStream.range(0, counts.length)
        .filter(f -> counts[f] >= FEWEST_SNIPPETS)
        .forEach(frequent::set);
    return frequent;
  }

  /** Every list, and the groups of letters whose weights move the most text furthest. */
  private BitSet strongest(double[][] weights) {
    var use = new double[names.size()];
    for (var snippet : snippets) {
      for (int i = 0; i < snippet.features().length; i++) {
        use[snippet.features()[i]] += snippet.strengths()[i];
      }
    }
    var strongest = new BitSet();
    IntStream.range(0, names.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                f ->
                    names.get(f).startsWith("=")
                        ? Double.NEGATIVE_INFINITY
                        : -spread(weights[f]) * Math.sqrt(use[f])))
        .limit(GROUPS + LANGUAGES)
        .forEach(strongest::set);
    return strongest;
  }

  private static double spread(double[] row) {
    return DoubleStream.of(row).max().orElseThrow() - DoubleStream.of(row).min().orElseThrow();
  }

  /** Stochastic gradient descent with a step of its own for each weight (AdaGrad). */
  private double[][] learn(BitSet features) {
    var weights = new double[names.size()][LANGUAGES];
    var squares = new double[names.size()][LANGUAGES];
    for (int i = 0; i < ROUNDS * snippets.size(); i++) {
      step(snippets.get(random.nextInt(snippets.size())), features, weights, squares);
    }
    return weights;
  }

  private static void step(
      Snippet snippet, BitSet features, double[][] weights, double[][] squares) {
    var scores = new double[LANGUAGES];
    for (int k = 0; k < snippet.features().length; k++) {
      for (int i = 0; i < LANGUAGES; i++) {
        scores[i] += snippet.strengths()[k] * weights[snippet.features()[k]][i];
      }
    }
    var probabilities = LanguageModel.shares(scores);
    for (int k = 0; k < snippet.features().length; k++) {
      int feature = snippet.features()[k];
      for (int i = 0; i < LANGUAGES && features.get(feature); i++) {
        double error = (i == snippet.language() ? 1 : 0) - probabilities[i];
        double slope = error * snippet.strengths()[k] - SHRINKING * weights[feature][i];
        squares[feature][i] += slope * slope;
        weights[feature][i] += STEP * slope / Math.sqrt(squares[feature][i] + 1e-8);
      }
    }
  }

  private String written(double[][] weights, BitSet features) {
    var languages = Languages.ALL.stream().map(Object::toString).collect(Collectors.joining(" "));
    var text = new StringBuilder(HEADING.formatted(languages));
    numbers.forEach(
        (name, number) -> {
          if (features.get(number)) {
            text.append(name);
            DoubleStream.of(weights[number])
                .forEach(w -> text.append(' ').append(Math.round(10 * w)));
            text.append('\n');
          }
        });
    return text.toString();
  }
}
