package org.svarbar.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.evaluation.EvaluationSet.Asked;

class QualityTest {

  @Test
  void countsWhereTheRightOneStands() {
    var quality =
        new Quality(
            List.of(
                answered("a", List.of("a", "b"), 0.9),
                answered("a", List.of("b", "a"), 0.5),
                answered("a", List.of("b", "c", "d", "a"), 0.4),
                answered("a", List.of("b"), 0.1)));

    assertThat(quality.ranking())
        .startsWith("queries=4 recall@1=0.250 recall@3=0.500 recall@5=0.750 mrr@10=0.438")
        .contains(" ndcg@10=0.515 ");
  }

  @Test
  void aProbabilityThatSeparatesPerfectlyCoversAllThatIsRight() {
    var all = new ArrayList<Answered>();
    IntStream.range(0, 100).forEach(i -> all.add(answered("a", List.of("a"), 0.9 + i / 10_000.0)));
    IntStream.range(0, 100).forEach(i -> all.add(answered("", List.of("a"), 0.1 + i / 10_000.0)));

    assertThat(new Quality(all).confidence())
        .contains("auroc=1.000", "auroc_correct=1.000", "coverage@95=0.520 precision@95=0.962");
  }

  @Test
  void aProbabilityThatSaysNothingIsSeenAsThat() {
    var all = new ArrayList<Answered>();
    IntStream.range(0, 100)
        .forEach(i -> all.add(answered("a", List.of(i % 2 == 0 ? "a" : "b"), 0.8)));

    assertThat(new Quality(all).confidence())
        .contains("auroc=skipped:every-query-has-an-answer", "auroc_correct=0.500", "ece=0.300");
  }

  private static Answered answered(String right, List<String> ranked, double probability) {
    var answers = right.isEmpty() ? Set.<String>of() : Set.of(right);
    var asked = new Asked("q", "text", Locale.ENGLISH, answers);
    return new Answered(asked, ranked, probability, probability, 1_000_000, List.of());
  }
}
