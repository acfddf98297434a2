package org.svarbar.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.svarbar.evaluation.EvaluationSet.Asked;

class PromiseKeptTest {

  private static final Pattern PRECISION = Pattern.compile("precision=([0-9.]+)");

  @Test
  void aPromiseHoldsHoweverManyQuestionsHaveNoAnswer() {
    var random = new SplittableRandom(5);
    var all = new ArrayList<Answered>();
    for (var i = 0; i < 3000; i++) {
      var said = 1 - 0.7 * Math.pow(random.nextDouble(), 4);
      all.add(answered(random.nextDouble() < said ? "a" : "b", said));
    }
    for (var i = 0; i < 150; i++) {
      all.add(answered("", random.nextDouble() * random.nextDouble()));
    }

    var lines = new PromiseKept(all).lines().toList();

    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).contains(" granted=5/5 ");
    assertThat(lines.stream().filter(it -> it.contains("promised=0.95")))
        .allMatch(it -> it.contains(" granted=0/5 ") || precision(it) >= 0.95);
    assertThat(lines.stream().filter(it -> it.contains("promised=0.90")))
        .allMatch(it -> it.contains(" granted=0/5 ") || precision(it) >= 0.9);
  }

  @Test
  void nothingIsSaidOfTooFew() {
    var all = Stream.generate(() -> answered("a", 0.9)).limit(100).toList();

    assertThat(new PromiseKept(all).lines()).isEmpty();
  }

  private static double precision(String line) {
    var found = PRECISION.matcher(line);
    assertThat(found.find()).as(line).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private static Answered answered(String right, double probability) {
    var answers = right.isEmpty() ? Set.<String>of() : Set.of(right);
    var asked = new Asked("q", "text", Locale.ENGLISH, answers);
    return new Answered(asked, List.of("a"), probability, probability, 1_000_000, List.of());
  }
}
