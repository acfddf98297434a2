package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.platform.Languages;

class LikenessTest {

  private static final String ANSWER = "boka tid via appen eller ring oss vardagar före tolv";

  @ParameterizedTest
  @CsvSource({
    "the same twice, boka tvättid, ANSWER, true",
    "asked a little otherwise, boka min tvättid, ANSWER, true",
    "the same answer to another question, avboka läkarbesök, ANSWER, false",
    "the same question with another answer, boka tvättid, det går inte längre, false",
    "no answer at all, boka tvättid, '', false"
  })
  void seesWhatIsOneInOtherClothes(String what, String question, String answer, boolean isOne) {
    var first = hit("boka tvättid", ANSWER);
    var second = hit(question, answer.equals("ANSWER") ? ANSWER : answer);

    assertThat(Likeness.isOne(first, second)).isEqualTo(isOne);
    assertThat(Likeness.isOne(second, first)).isEqualTo(isOne);
  }

  @Test
  void entriesThatOnlyAskAreNeverOne() {
    assertThat(Likeness.isOne(hit("boka tvättid", ""), hit("boka tvättid", ""))).isFalse();
  }

  private static EntryHit hit(String question, String answer) {
    return new EntryHit(1, "s", "k", Languages.SWEDISH, 1, words(question), words(answer));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }
}
