package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.triage.Evidence.Case;

/**
 * What is promised on judged messages of which some share has no answer holds for messages of which
 * another share has none. In each world cases are judged, 200 more messages come that nobody
 * judges, and the promise is made as {@link Promises} makes it.
 */
class PromiseTest {

  private static final long SEED = 20_261_122L;
  private static final int WORLDS = 400;
  private static final int JUDGED = 400;
  private static final int COME = 200;
  private static final double AT_LEAST = 0.9;

  /** So often a bound at 95 % may fail by chance in so many worlds: mean and three deviations. */
  private static final double MOST_BROKEN = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / WORLDS);

  /** Of a message: what was said of it, and whether its first suggestion was right. */
  private record Message(double raw, boolean isRight) {}

  @ParameterizedTest
  @CsvSource({
    "0.18, 0.03",
    "0.18, 0.18",
    "0.18, 0.50",
    "0.03, 0.18",
    "0.03, 0.50",
    "0.50, 0.03",
  })
  void holdsForAnotherShareOfUnanswerableMessages(double judgedShare, double comingShare) {
    var random = new Random(SEED);
    var granted = 0;
    var broken = 0;
    var precision = 0.0;
    for (var world = 0; world < WORLDS; world++) {
      var judged = messages(random, JUDGED, judgedShare, judgedShare);
      var coming = messages(random, COME, comingShare, judgedShare);
      var shift = PriorShift.between(raws(judged), raws(coming));
      var found = new Evidence(AT_LEAST, shift).in(cases(judged));
      if (found.holds()) {
        granted++;
        var reached = precision(found.threshold(), comingShare, judgedShare);
        precision += reached;
        broken += reached < found.lowerBound() ? 1 : 0;
      }
    }
    System.out.printf(
        "unanswerable %.0f %% judged, %.0f %% come: granted in %d of %d worlds, precision there"
            + " %.3f, below its bound in %d, seed %d%n",
        judgedShare * 100,
        comingShare * 100,
        granted,
        WORLDS,
        granted == 0 ? Double.NaN : precision / granted,
        broken,
        SEED);
    assertThat(granted).as("granted").isPositive();
    assertThat(broken / (double) WORLDS).as("below its bound").isLessThanOrEqualTo(MOST_BROKEN);
  }

  /**
   * Answerable messages and others, told apart by a score; probabilities are right where the share
   * of others is `learned`. Of the answerable ones some get a wrong suggestion all the same.
   */
  private static List<Message> messages(Random random, int count, double share, double learned) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var isRight = random.nextDouble() >= share && random.nextDouble() < 0.98;
              var score = random.nextGaussian() + (isRight ? 1.5 : -1.5);
              return new Message(posterior(score, (1 - learned) * 0.98), isRight);
            })
        .toList();
  }

  private static double posterior(double score, double prior) {
    return 1 / (1 + Math.exp(-(3 * score + Math.log(prior / (1 - prior)))));
  }

  private static List<Double> raws(List<Message> messages) {
    return messages.stream().map(Message::raw).toList();
  }

  private static List<Case> cases(List<Message> judged) {
    var cases = new ArrayList<Case>();
    judged.forEach(it -> cases.add(new Case(it.raw(), it.raw(), it.isRight())));
    return cases;
  }

  /** The true one above this threshold, of very many messages. */
  private static double precision(double threshold, double share, double learned) {
    var above =
        messages(new Random(SEED + 1), 20_000, share, learned).stream()
            .filter(it -> it.raw() >= threshold)
            .toList();
    return above.stream().filter(Message::isRight).count() / (double) above.size();
  }
}
