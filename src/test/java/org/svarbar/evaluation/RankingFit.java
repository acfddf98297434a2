package org.svarbar.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.text.Terms;

/**
 * Finds the weights of the search's views: those under which the right entries are likeliest, when
 * an entry's likelihood is the softmax of the weighted sum. The views are counted here as
 * OpenSearch counts them, over the product's own terms.
 */
final class RankingFit {

  /** A word has about five pieces: with that, all weights are of one size and found sooner. */
  private static final double[] SCALES = {1, 1, 0.2, 0.2, 1};

  private static final int ROUNDS = 1000;
  private static final int MOST_OF_A_SET = 600;
  private static final int CANDIDATES = 50;
  private static final double UNSAID = 2;

  /** What the views say of a question's best candidates. */
  private record Example(double[][] views, boolean[] right) {}

  private final List<List<Example>> sets = new ArrayList<>();

  void add(EvaluationSet set) {
    var examples = new Fields(set).examples();
    if (!examples.isEmpty()) {
      sets.add(examples);
    }
  }

  double[] weights() {
    var weights = new double[SCALES.length];
    Arrays.fill(weights, 5);
    var squares = new double[weights.length];
    for (var round = 0; round < ROUNDS; round++) {
      var gradient = gradient(weights);
      for (var i = 0; i < weights.length; i++) {
        squares[i] += gradient[i] * gradient[i];
        weights[i] -= gradient[i] / (Math.sqrt(squares[i]) + 1e-9);
      }
    }
    for (var i = 0; i < weights.length; i++) {
      weights[i] *= SCALES[i];
    }
    return weights;
  }

  /** Each set counts by the root of its size; small weights are preferred a little. */
  private double[] gradient(double[] weights) {
    var gradient = Arrays.stream(weights).map(it -> 0.05 * it).toArray();
    for (var set : sets) {
      for (var example : set) {
        add(gradient, example, weights, 1 / Math.sqrt(set.size()));
      }
    }
    return gradient;
  }

  private static void add(double[] gradient, Example example, double[] weights, double counts) {
    var scores = new double[example.views().length];
    for (var i = 0; i < scores.length; i++) {
      for (var j = 0; j < weights.length; j++) {
        scores[i] += weights[j] * example.views()[i][j];
      }
    }
    var highest = Arrays.stream(scores).max().orElseThrow();
    var all = 0.0;
    var right = 0.0;
    for (var i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - highest);
      all += scores[i];
      right += example.right()[i] ? scores[i] : 0;
    }
    for (var i = 0; i < scores.length; i++) {
      var off = scores[i] / all - (example.right()[i] ? scores[i] / right : 0);
      for (var j = 0; j < weights.length; j++) {
        gradient[j] += counts * off * example.views()[i][j];
      }
    }
  }

  /** As the setting `svarbar.knowledge.search-weights` has them. */
  static String setting(double[] weights) {
    return Arrays.stream(weights)
        .mapToObj(it -> String.format(Locale.ROOT, "%.1f", Math.max(0, it)))
        .collect(Collectors.joining(","));
  }

  /** The fields of a set's entries. */
  private static final class Fields {

    private final EvaluationSet set;
    private final View wordsOfQuestions;
    private final View words;
    private final View piecesOfQuestions;
    private final View pieces;
    private final View pairs;

    Fields(EvaluationSet set) {
      this.set = set;
      var questions = terms(set.entries().stream().map(it -> it.question()));
      var texts = terms(set.entries().stream().map(it -> it.question() + "\n" + it.answer()));
      wordsOfQuestions = new View(questions.stream().map(Terms::keys).toList());
      words = new View(texts.stream().map(Terms::keys).toList());
      piecesOfQuestions = new View(questions.stream().map(Terms::pieces).toList());
      pieces = new View(texts.stream().map(Terms::pieces).toList());
      pairs = new View(texts.stream().map(Terms::pairs).toList());
    }

    private List<Terms> terms(Stream<String> texts) {
      return texts.map(text -> Terms.of(text, set.language())).toList();
    }

    List<Example> examples() {
      return set.asked().stream()
          .filter(it -> !it.answers().isEmpty())
          .limit(MOST_OF_A_SET)
          .map(this::example)
          .filter(it -> contains(it.right()))
          .toList();
    }

    private static boolean contains(boolean[] right) {
      for (var each : right) {
        if (each) {
          return true;
        }
      }
      return false;
    }

    private Example example(Asked asked) {
      var terms = Terms.of(asked.text(), set.language());
      var keys = new LinkedHashSet<>(terms.keys());
      var parts = new LinkedHashSet<>(terms.pieces());
      var scores =
          List.of(
              wordsOfQuestions.scores(keys),
              words.scores(keys),
              piecesOfQuestions.scores(parts),
              pieces.scores(parts),
              pairs.scores(new LinkedHashSet<>(terms.pairs())));
      var rarest = words.rarity("");
      var norm = keys.stream().mapToDouble(words::rarity).sum() + UNSAID * rarest;
      var best = best(scores);
      var views = new double[best.size()][];
      var right = new boolean[best.size()];
      for (var i = 0; i < views.length; i++) {
        var document = best.get(i);
        views[i] =
            IntStream.range(0, SCALES.length)
                .mapToDouble(j -> scores.get(j)[document] * SCALES[j] / norm)
                .toArray();
        right[i] = asked.answers().contains(set.entries().get(document).id());
      }
      return new Example(views, right);
    }

    private List<Integer> best(List<double[]> scores) {
      var sums = new double[set.entries().size()];
      for (var i = 0; i < sums.length; i++) {
        sums[i] = 3 * scores.get(0)[i] + 3 * scores.get(1)[i] + scores.get(2)[i] + scores.get(3)[i];
      }
      return Stream.iterate(0, i -> i + 1)
          .limit(sums.length)
          .sorted((a, b) -> Double.compare(sums[b], sums[a]))
          .limit(CANDIDATES)
          .toList();
    }
  }
}
