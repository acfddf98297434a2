package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;

class TextReuseTest {

  private static final String ANSWER =
      "Logga in på Mina sidor och välj Fakturor. Klicka på den månad du vill ha och välj Ladda ner"
          + " för att spara fakturan som pdf. Där ser du också om fakturan är betald.";

  @Test
  void knowsATextAgainThatWasEdited() {
    var reuse =
        reuse(
            "Logga in på Mina sidor, Anna, och välj Fakturor. Klicka sedan på den månad du vill ha"
                + " och välj Ladda ner för att spara fakturan. Hör av dig om det krånglar!");

    assertThat(reuse.isReuse()).as("%s", reuse).isTrue();
    assertThat(reuse.share()).isLessThan(1);
  }

  @Test
  void knowsAPartOfALongAnswerAgain() {
    var reuse =
        TextReuse.of(ANSWER + " Något helt annat står här. ".repeat(20), ANSWER, Languages.SWEDISH);

    assertThat(reuse.share()).isEqualTo(1);
  }

  @Test
  void doesNotTakeTheSameSubjectForTheSameText() {
    var reuse =
        reuse(
            "Fakturan hittar du under Fakturor när du är inloggad. Vill du ha den som pdf finns en"
                + " knapp för det längst ner. Säg till om du hellre vill ha den på papper.");

    assertThat(reuse.isNone()).as("%s", reuse).isTrue();
  }

  @Test
  void saysNothingOfAFewWords() {
    assertThat(TextReuse.of("Logga in på Mina sidor", "Ja.", Languages.SWEDISH).share()).isZero();
    assertThat(reuse("").share()).isZero();
  }

  private static TextReuse reuse(String sent) {
    return TextReuse.of(ANSWER, sent, Languages.SWEDISH);
  }
}
