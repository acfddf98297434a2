package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.svarbar.suggestion.Associations.Vector;

/** Stochastic gradient descent on the logarithm of the right entry's likelihood. */
final class AssociationsTraining {

  private static final int ROUNDS = 6;

  /** Entries less likely than that are left as they are, which keeps what is learned small. */
  private static final double LEAST_GRADIENT = 0.004;

  private final int entries;
  private final long entriesWithout;
  private final Random random;

  AssociationsTraining(int entries, long entriesWithout, long seed) {
    this.entries = entries;
    this.entriesWithout = entriesWithout;
    random = new Random(seed);
  }

  /**
   * @param counts of each question, how much it counts
   */
  void run(List<Vector> questions, List<Integer> answers, List<Double> counts) {
    var order = new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
    for (var round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      order.forEach(i -> step(questions.get(i), answers.get(i), counts.get(i)));
    }
  }

  private void step(Vector question, int answer, double counts) {
    var scores = question.scores(entries);
    var total = (double) entriesWithout;
    for (var i = 0; i < entries; i++) {
      scores[i] = scores[i] == 0 ? 1 : Math.exp(Associations.SHARPNESS * scores[i]);
      total += scores[i];
    }
    for (var i = 0; i < entries; i++) {
      var gradient = scores[i] / total - (i == answer ? 1 : 0);
      if (Math.abs(gradient) > LEAST_GRADIENT) {
        question.move(i, counts * gradient);
      }
    }
  }
}
