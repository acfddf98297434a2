package org.svarbar.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.suggestion.LikelihoodsInMemory;
import org.svarbar.text.Terms;

/**
 * Finds the coefficients of `Confidence`. Each set is asked as it is, and with entries taken away,
 * so that there are questions that nothing answers. What is seen of the best entry is counted here
 * as the product counts it.
 */
final class ConfidenceFit {

  private static final List<String> ANSWERABLE =
      List.of("constant", "strength.text", "asked.text", "past", "odds.past", "strength.past");

  private static final List<String> RIGHT =
      List.of(
          "constant",
          "strength.text",
          "lead.text",
          "past",
          "odds.past",
          "lead.past",
          "strength.past");

  /** As `svarbar.knowledge.search-weights` has them. */
  private static final double[] WEIGHTS = {4.9, 13.9, 1.6, 3.9, 4.2};

  private static final int ROUNDS = 6000;
  private static final int MOST_ASKED = 1000;
  private static final int MOST_PAST = 5000;
  private static final int LEAST_ENTRIES = 16;
  private static final double UNSAID = 2;
  private static final double SMALLEST = 0.001;

  /** A question's best entry: what is seen of it, and what is true. */
  private record Seen(double[] answerable, double[] right, boolean isAnswerable, boolean isRight) {}

  private final List<List<Seen>> groups = new ArrayList<>();

  /** A set whole, and twice with entries taken away: every second, of intents every fourth. */
  void add(EvaluationSet set) {
    add(set, id -> true);
    if (!set.hasUnanswerable()) {
      var parts = set.isOfIntents() ? 4 : 2;
      for (var part = 0; part < 2; part++) {
        var taken = part;
        add(set, id -> Math.floorMod(id.hashCode() * 31, parts) != taken);
      }
    }
  }

  private void add(EvaluationSet set, Predicate<String> isThere) {
    var entries = set.entries().stream().filter(it -> isThere.test(it.id())).toList();
    if (entries.size() >= LEAST_ENTRIES) {
      var known = new Known(set, entries);
      groups.add(every(set.asked(), MOST_ASKED).stream().flatMap(known::seen).toList());
    }
  }

  private static <T> List<T> every(List<T> all, int most) {
    var step = Math.max(1, all.size() / most);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  String shown() {
    return "answerable" + shown(ANSWERABLE, true) + " right" + shown(RIGHT, false);
  }

  private String shown(List<String> names, boolean answerable) {
    var coefficients = coefficients(names.size(), answerable);
    return IntStream.range(0, names.size())
        .mapToObj(i -> String.format(Locale.ROOT, " %s=%.3f", names.get(i), coefficients[i]))
        .collect(Collectors.joining());
  }

  /** Logistic regression; each group counts by the root of its size. */
  private double[] coefficients(int size, boolean answerable) {
    var coefficients = new double[size];
    var squares = new double[size];
    for (var round = 0; round < ROUNDS; round++) {
      var gradient = gradient(coefficients, answerable);
      for (var i = 0; i < size; i++) {
        squares[i] += gradient[i] * gradient[i];
        coefficients[i] -= 0.5 * gradient[i] / (Math.sqrt(squares[i]) + 1e-9);
      }
    }
    return coefficients;
  }

  private double[] gradient(double[] coefficients, boolean answerable) {
    var gradient = new double[coefficients.length];
    for (var i = 1; i < gradient.length; i++) {
      gradient[i] = 0.1 * coefficients[i];
    }
    for (var group : groups) {
      for (var seen : group) {
        var features = answerable ? seen.answerable() : seen.right();
        var isTrue = answerable ? seen.isAnswerable() : seen.isRight();
        var sum = 0.0;
        for (var i = 0; i < features.length; i++) {
          sum += coefficients[i] * features[i];
        }
        var off = (1 / (1 + Math.exp(-sum)) - (isTrue ? 1 : 0)) / Math.sqrt(group.size());
        for (var i = 0; i < gradient.length; i++) {
          gradient[i] += off * features[i];
        }
      }
    }
    return gradient;
  }

  /** Some entries of a set, searched in memory. */
  private static final class Known {

    private final EvaluationSet set;
    private final List<String> ids;
    private final Set<String> there;
    private final List<View> views;
    private final LikelihoodsInMemory past;

    Known(EvaluationSet set, List<Entry> entries) {
      this.set = set;
      ids = entries.stream().map(Entry::id).toList();
      there = new HashSet<>(ids);
      var questions = entries.stream().map(it -> terms(it.question())).toList();
      var texts = entries.stream().map(it -> terms(it.question() + "\n" + it.answer())).toList();
      views =
          List.of(
              new View(questions.stream().map(Terms::keys).toList()),
              new View(texts.stream().map(Terms::keys).toList()),
              new View(questions.stream().map(Terms::pieces).toList()),
              new View(texts.stream().map(Terms::pieces).toList()),
              new View(texts.stream().map(Terms::pairs).toList()));
      past = past(questions);
    }

    private LikelihoodsInMemory past(List<Terms> own) {
      var terms = new ArrayList<Terms>();
      var answers = new ArrayList<Long>();
      for (var asked : every(set.past(), MOST_PAST)) {
        for (var id : asked.answers()) {
          if (there.contains(id)) {
            terms.add(terms(asked.text()));
            answers.add((long) ids.indexOf(id));
          }
        }
      }
      return LikelihoodsInMemory.learned(terms, answers, own);
    }

    private Terms terms(String text) {
      return Terms.of(text, set.language());
    }

    Stream<Seen> seen(Asked asked) {
      var terms = terms(asked.text());
      if (terms.words().isEmpty()) {
        return Stream.empty();
      }
      var keys = new LinkedHashSet<>(terms.keys());
      var pieces = new LinkedHashSet<>(terms.pieces());
      var scores =
          List.of(
              views.get(0).scores(keys),
              views.get(1).scores(keys),
              views.get(2).scores(pieces),
              views.get(3).scores(pieces),
              views.get(4).scores(new LinkedHashSet<>(terms.pairs())));
      var rarest = views.get(1).rarity("");
      var weight = keys.stream().mapToDouble(views.get(1)::rarity).sum() / rarest;
      var likelihoods = past.of(terms, ids.size());
      var searchCounts = past.searchCounts(terms);
      var strengths = new double[ids.size()];
      var ranks = new double[ids.size()];
      for (var i = 0; i < ranks.length; i++) {
        for (var j = 0; j < WEIGHTS.length; j++) {
          strengths[i] += WEIGHTS[j] * scores.get(j)[i] / rarest / (weight + UNSAID);
        }
        ranks[i] =
            searchCounts * strengths[i] + 2 * Math.log((likelihoods[i] + SMALLEST) / SMALLEST);
      }
      var best = best(ranks, -1);
      var lead = ranks[best] - ranks[best(ranks, best)];
      return Stream.of(
          seen(asked, best, strengths[best], lead, likelihoods[best], Math.log1p(weight)));
    }

    private Seen seen(
        Asked asked, int best, double strength, double lead, double likelihood, double weight) {
      var isPast = likelihood > 0;
      var odds = Math.log((likelihood + SMALLEST) / (1 - likelihood + SMALLEST));
      var isAnswerable = asked.answers().stream().anyMatch(there::contains);
      return new Seen(
          isPast
              ? new double[] {1, 0, 0, 1, odds, strength}
              : new double[] {1, strength, weight, 0, 0, 0},
          isPast
              ? new double[] {1, 0, 0, 1, odds, Math.min(20, lead), strength}
              : new double[] {1, strength, Math.min(6, lead), 0, 0, 0, 0},
          isAnswerable,
          asked.answers().contains(ids.get(best)));
    }

    private static int best(double[] ranks, int but) {
      var best = but == 0 ? 1 : 0;
      for (var i = 0; i < ranks.length; i++) {
        best = i != but && ranks[i] > ranks[best] ? i : best;
      }
      return best;
    }
  }
}
