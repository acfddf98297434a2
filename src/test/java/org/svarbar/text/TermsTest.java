package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;

class TermsTest {

  @Test
  void cutsWordsIntoPiecesThatKnowTheirEdges() {
    assertThat(Terms.of("Faktura på is", Languages.SWEDISH).pieces())
        .containsExactly("^fak", "fakt", "aktu", "ktur", "tura", "ura^", "^på^", "^is^");
  }

  @Test
  void findsPartsOfCompoundsWithLinkingLetters() {
    assertThat(Terms.of("försäkringsbesked", Languages.SWEDISH).pieces())
        .containsAll(Terms.of("besked", Languages.SWEDISH).pieces().subList(2, 5));
  }

  @Test
  void writesNordicLettersOneWay() {
    assertThat(Terms.of("bestiller kjøleskap", Languages.BOKMAL).pieces())
        .isEqualTo(Terms.of("bestiller kjöleskap", Languages.BOKMAL).pieces());
  }

  @Test
  void pairsWordsOverThoseThatSayNothing() {
    var terms = Terms.of("Byta adress på fakturan", Languages.SWEDISH);

    assertThat(terms.keys()).hasSize(3);
    assertThat(terms.pairs())
        .containsExactly(
            terms.keys().get(0) + "_" + terms.keys().get(1),
            terms.keys().get(1) + "_" + terms.keys().get(2));
  }

  @Test
  void oneWordHasNoPair() {
    assertThat(Terms.of("faktura", Languages.SWEDISH).pairs()).isEmpty();
    assertThat(Terms.of("", Languages.SWEDISH).pieces()).isEmpty();
  }
}
