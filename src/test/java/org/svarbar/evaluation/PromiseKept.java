package org.svarbar.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.triage.PromiseInMemory;

/**
 * Whether a promise holds when the share of questions that nothing answers is another one than
 * among the judged cases. It is decided on four of five folds as they are, knowing what is said of
 * the latest messages alone (as the product does); what it keeps is counted on the fifth with that
 * other share.
 */
final class PromiseKept {

  /** As many of the latest messages as the product looks at. */
  private static final int LATEST = 200;

  private static final int FOLDS = 5;
  private static final int SAMPLES = 2000;
  private static final int LEAST_OF_EACH = 20;

  private final List<Answered> all;
  private final int[] answerable;
  private final int[] unanswerable;

  PromiseKept(List<Answered> all) {
    this.all = all;
    answerable = places(true);
    unanswerable = places(false);
  }

  private int[] places(boolean isAnswerable) {
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).isAnswerable() == isAnswerable)
        .toArray();
  }

  /** A line for each share and promise; none where there are too few of either kind. */
  Stream<String> lines() {
    return Math.min(answerable.length, unanswerable.length) < LEAST_OF_EACH
        ? Stream.empty()
        : Stream.of(0.03, 0.18, 0.5)
            .flatMap(share -> Stream.of(0.95, 0.9).map(promised -> line(share, promised)));
  }

  private String line(double share, double promised) {
    var isAnswered = new boolean[all.size()];
    var granted = 0;
    for (var fold = 0; fold < FOLDS; fold++) {
      var threshold = threshold(fold, share, promised);
      granted += Double.isInfinite(threshold) ? 0 : 1;
      for (var i = 0; i < isAnswered.length; i++) {
        isAnswered[i] |= Quality.fold(i) == fold && all.get(i).probability() >= threshold;
      }
    }
    var interval = interval(share, isAnswered);
    return String.format(
        Locale.ROOT,
        "unanswerable=%.2f promised=%.2f granted=%d/%d coverage=%.3f precision=%.3f"
            + " ci95=%.3f..%.3f",
        share,
        promised,
        granted,
        FOLDS,
        coverage(share, isAnswered),
        precision(share, answerable, unanswerable, isAnswered),
        interval[0],
        interval[1]);
  }

  private double threshold(int fold, double share, double promised) {
    var judged = IntStream.range(0, all.size()).filter(i -> Quality.fold(i) != fold).toArray();
    return PromiseInMemory.threshold(
            promised,
            Arrays.stream(judged).mapToDouble(i -> all.get(i).probability()).toArray(),
            Arrays.stream(judged).mapToObj(i -> all.get(i).isFirstRight()).toList(),
            latest(fold, share))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** What is said of messages of this fold of which such a share has no answer. */
  private List<Double> latest(int fold, double share) {
    var random = new SplittableRandom(Quality.SEED + fold);
    var with = Arrays.stream(answerable).filter(i -> Quality.fold(i) == fold).toArray();
    var without = Arrays.stream(unanswerable).filter(i -> Quality.fold(i) == fold).toArray();
    return IntStream.range(0, LATEST)
        .map(i -> i < LATEST * share ? drawn(without, random) : drawn(with, random))
        .mapToObj(i -> all.get(i).probability())
        .toList();
  }

  private static int drawn(int[] places, SplittableRandom random) {
    return places[random.nextInt(places.length)];
  }

  private double coverage(double share, boolean[] isAnswered) {
    return (1 - share) * answered(answerable, isAnswered)
        + share * answered(unanswerable, isAnswered);
  }

  private double precision(double share, int[] with, int[] without, boolean[] isAnswered) {
    var right =
        (1 - share)
            * Arrays.stream(with).filter(i -> isAnswered[i] && all.get(i).isFirstRight()).count()
            / with.length;
    var answered = (1 - share) * answered(with, isAnswered) + share * answered(without, isAnswered);
    return right / answered;
  }

  private static double answered(int[] places, boolean[] isAnswered) {
    return Arrays.stream(places).filter(i -> isAnswered[i]).count() / (double) places.length;
  }

  /** Bootstrapped over the questions of either kind. */
  private double[] interval(double share, boolean[] isAnswered) {
    var random = new SplittableRandom(Quality.SEED);
    var sorted =
        IntStream.range(0, SAMPLES)
            .mapToDouble(
                i ->
                    precision(
                        share,
                        resampled(answerable, random),
                        resampled(unanswerable, random),
                        isAnswered))
            .sorted()
            .toArray();
    return new double[] {sorted[(int) (SAMPLES * 0.025)], sorted[(int) (SAMPLES * 0.975)]};
  }

  private static int[] resampled(int[] places, SplittableRandom random) {
    return IntStream.range(0, places.length).map(i -> drawn(places, random)).toArray();
  }
}
