package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.insight.Gaps.Asked;

class GapsTest {

  @Test
  void putsQuestionsTogetherThatAskForTheSame() {
    var gaps =
        Gaps.of(
            List.of(
                new Asked("byta elmätare", 3),
                new Asked("parkera båten i hamnen", 4),
                new Asked("när byts elmätaren?", 2)));

    assertThat(gaps).hasSize(2);
    assertThat(gaps.getFirst().questions()).containsExactly("byta elmätare", "när byts elmätaren?");
    assertThat(gaps.getFirst().times()).isEqualTo(5);
    assertThat(gaps.getLast().times()).isEqualTo(4);
  }

  @Test
  void showsFiveQuestionsOfAGroupAndCountsAll() {
    var many =
        java.util.stream.IntStream.rangeClosed(1, 9)
            .mapToObj(it -> new Asked("elmätare " + "x".repeat(it), 1))
            .toList();

    var gap = Gaps.of(many).getFirst();

    assertThat(gap.questions()).hasSize(5);
    assertThat(gap.times()).isEqualTo(9);
  }

  @Test
  void takesWordsThatSayNothingForNothingInCommon() {
    assertThat(Gaps.of(List.of(new Asked("hur gör jag det?", 1), new Asked("hur gör jag?", 1))))
        .hasSize(2);
  }
}
