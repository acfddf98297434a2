package org.svarbar.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.svarbar.triage.CalibrationInMemory;

/** The figures of one set in one mode. */
final class Quality {

  static final long SEED = 20_261_122L;
  private static final int FOLDS = 5;
  private static final int SAMPLES = 2000;
  private static final int CUT = 10;

  private final List<Answered> all;
  private final List<Answered> answerable;

  Quality(List<Answered> all) {
    this.all = List.copyOf(all);
    answerable = all.stream().filter(Answered::isAnswerable).toList();
  }

  String ranking() {
    var ci = paired();
    return String.format(
        Locale.ROOT,
        "queries=%d recall@1=%.3f recall@3=%.3f recall@5=%.3f mrr@10=%.3f ndcg@10=%.3f"
            + " plain_recall@1=%.3f ci95=%+.3f..%+.3f p50_ms=%.1f p99_ms=%.1f",
        answerable.size(),
        recall(1),
        recall(3),
        recall(5),
        mean(Quality::reciprocalRank),
        mean(Quality::gain),
        mean(it -> it.isPlainFirstRight() ? 1 : 0),
        ci[0],
        ci[1],
        millis(0.5),
        millis(0.99));
  }

  String confidence() {
    return String.format(
        Locale.ROOT,
        "%s auroc_correct=%s %s %s %s ece=%.3f ece_refitted=%.3f",
        all.size() == answerable.size()
            ? "auroc=skipped:every-query-has-an-answer"
            : "auroc=" + auroc(Answered::isAnswerable, Answered::answerable),
        auroc(Answered::isFirstRight, Answered::probability),
        coverage(95),
        coverage(90),
        coverage(80),
        calibrationError(all.stream().mapToDouble(Answered::probability).toArray()),
        calibrationError(refitted()));
  }

  double recall(int first) {
    return mean(
        it -> it.ranked().stream().limit(first).anyMatch(it.asked().answers()::contains) ? 1 : 0);
  }

  private double mean(ToDoubleFunction<Answered> figure) {
    return answerable.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static double reciprocalRank(Answered answered) {
    for (var i = 0; i < Math.min(CUT, answered.ranked().size()); i++) {
      if (answered.asked().answers().contains(answered.ranked().get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** nDCG@10 with gains of 0 and 1. */
  private static double gain(Answered answered) {
    var sum = 0.0;
    for (var i = 0; i < Math.min(CUT, answered.ranked().size()); i++) {
      if (answered.asked().answers().contains(answered.ranked().get(i))) {
        sum += discount(i);
      }
    }
    var best =
        IntStream.range(0, Math.min(CUT, answered.asked().answers().size()))
            .mapToDouble(Quality::discount)
            .sum();
    return sum / best;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2);
  }

  /** Recall@1 against plain BM25's on the same questions, bootstrapped. */
  private double[] paired() {
    var random = new Random(SEED);
    var differences =
        answerable.stream()
            .mapToInt(it -> (it.isFirstRight() ? 1 : 0) - (it.isPlainFirstRight() ? 1 : 0))
            .toArray();
    var means = new double[SAMPLES];
    for (var i = 0; i < SAMPLES; i++) {
      var sum = 0L;
      for (var j = 0; j < differences.length; j++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[i] = (double) sum / differences.length;
    }
    Arrays.sort(means);
    return new double[] {means[(int) (SAMPLES * 0.025)], means[(int) (SAMPLES * 0.975)]};
  }

  private double millis(double share) {
    var sorted = all.stream().mapToLong(Answered::nanos).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }

  /** The probability that one that is so has a higher probability than one that is not. */
  private String auroc(Predicate<Answered> positive, ToDoubleFunction<Answered> said) {
    var sorted = all.stream().sorted(Comparator.comparingDouble(said)).toList();
    var positives = 0L;
    var ranks = 0.0;
    for (var i = 0; i < sorted.size(); ) {
      var j = i;
      while (j < sorted.size() && alike(sorted.get(i), sorted.get(j), said)) {
        j++;
      }
      for (var k = i; k < j; k++) {
        if (positive.test(sorted.get(k))) {
          positives++;
          ranks += (i + j + 1) / 2.0;
        }
      }
      i = j;
    }
    var negatives = sorted.size() - positives;
    if (positives == 0 || negatives == 0) {
      return "skipped:all-alike";
    }
    return String.format(
        Locale.ROOT, "%.3f", (ranks - positives * (positives + 1) / 2.0) / positives / negatives);
  }

  private static boolean alike(Answered one, Answered other, ToDoubleFunction<Answered> said) {
    return said.applyAsDouble(one) == said.applyAsDouble(other);
  }

  /** The threshold of each fold is the lowest that reached the precision on the other folds. */
  private String coverage(int percent) {
    var answered = 0;
    var right = 0;
    for (var fold = 0; fold < FOLDS; fold++) {
      var threshold = threshold(fold, percent / 100.0);
      for (var i = 0; i < all.size(); i++) {
        if (fold(i) == fold && all.get(i).probability() >= threshold) {
          answered++;
          right += all.get(i).isFirstRight() ? 1 : 0;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "coverage@%d=%.3f precision@%d=%s",
        percent,
        (double) answered / all.size(),
        percent,
        answered == 0
            ? "skipped:nothing-answered"
            : String.format(
                Locale.ROOT,
                "%.3f (%d wrong of %d)",
                (double) right / answered,
                answered - right,
                answered));
  }

  private double threshold(int fold, double precision) {
    var others = new ArrayList<Answered>();
    for (var i = 0; i < all.size(); i++) {
      if (fold(i) != fold) {
        others.add(all.get(i));
      }
    }
    others.sort(Comparator.comparingDouble(Answered::probability).reversed());
    var right = 0;
    var threshold = Double.POSITIVE_INFINITY;
    for (var i = 0; i < others.size(); i++) {
      right += others.get(i).isFirstRight() ? 1 : 0;
      var last =
          i + 1 == others.size() || others.get(i + 1).probability() < others.get(i).probability();
      if (last && right >= precision * (i + 1)) {
        threshold = others.get(i).probability();
      }
    }
    return threshold;
  }

  /** Each as the product reads it once it has learned from the outcomes of the other folds. */
  private double[] refitted() {
    var refit = new CalibrationInMemory[FOLDS];
    for (var fold = 0; fold < FOLDS; fold++) {
      var others = fold;
      var places = IntStream.range(0, all.size()).filter(i -> fold(i) != others).toArray();
      refit[fold] =
          CalibrationInMemory.fitted(
              Arrays.stream(places).mapToDouble(i -> all.get(i).probability()).toArray(),
              Arrays.stream(places).mapToObj(i -> all.get(i).isFirstRight()).toList());
    }
    return IntStream.range(0, all.size())
        .mapToDouble(i -> refit[fold(i)].of(all.get(i).probability()))
        .toArray();
  }

  static int fold(int i) {
    return new SplittableRandom(SEED * 1_000_003 + i).nextInt(FOLDS);
  }

  /** Mean distance between said and reached, over ten equally wide ranges of probability. */
  private double calibrationError(double[] said) {
    var sum = 0.0;
    for (var bin = 0; bin < 10; bin++) {
      var range = bin;
      sum +=
          Math.abs(
              IntStream.range(0, said.length)
                  .filter(i -> (int) Math.min(9, said[i] * 10) == range)
                  .mapToDouble(i -> said[i] - (all.get(i).isFirstRight() ? 1 : 0))
                  .sum());
    }
    return sum / all.size();
  }
}
