package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionLikenessTest {

  private final QuestionLikeness likeness = new QuestionLikeness(word -> 1);

  @ParameterizedTest
  @CsvSource({
    "sv,Hur får jag en kopia på en faktura?,Hur får jag kopior av fakturorna?",
    "nb,Når forfaller fakturaen?,Når er fakturaens forfall?",
    "fi,Miten maksan laskun?,Kuinka laskut maksetaan?",
    "en,How do I cancel my subscription?,How can I cancel the subscription?"
  })
  void isHighForTheSameQuestionInOtherWords(String language, String one, String other) {
    assertThat(of(language, one, other)).isGreaterThanOrEqualTo(QuestionLikeness.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "sv,När ska fakturan betalas?,Hur ska fakturan betalas?",
    "da,Hvor sender jeg routeren?,Hvornår sender jeg routeren?",
    "en,Why was I charged twice?,When was I charged twice?",
    "sv,Hur byter jag lösenord?,Hur byter jag elavtal när jag flyttar?",
    "sv,Hur?,Hur?"
  })
  void isLowForAnotherQuestionAboutTheSame(String language, String one, String other) {
    assertThat(of(language, one, other)).isLessThan(QuestionLikeness.SAME);
  }

  private double of(String language, String one, String other) {
    return likeness.of(SampleEntry.of(language, one, "x"), SampleEntry.of(language, other, "x"));
  }
}
