package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.suggestion.SentenceAlignment.Pair;

class SentenceAlignmentTest {

  @Test
  void pairsWhatIsEquallyLong() {
    var pairs =
        SentenceAlignment.of(
            List.of("Betala i tid.", "Fakturan kommer i slutet av varje månad med posten."),
            List.of("Pay in time.", "The invoice comes at the end of every month by mail."));

    assertThat(pairs)
        .extracting(Pair::second)
        .containsExactly("Pay in time.", "The invoice comes at the end of every month by mail.");
  }

  @Test
  void joinsTwoSentencesThatBecameOne() {
    var pairs =
        SentenceAlignment.of(
            List.of(
                "Kort.",
                "Den här meningen är ganska lång och säger mycket om fakturor.",
                "Den nästa meningen är också lång och säger lika mycket om avtal.",
                "Slut på texten här."),
            List.of(
                "Brief.",
                "This sentence is rather long and says a lot about invoices, and it goes on as the"
                    + " next sentence, which says as much about contracts.",
                "End of the text here."));

    assertThat(pairs).hasSize(3);
    assertThat(pairs.get(1).first()).contains("fakturor").contains("avtal");
    assertThat(pairs.get(2)).isEqualTo(new Pair("Slut på texten här.", "End of the text here."));
  }

  @Test
  void leavesOutWhatOneLanguageAloneHas() {
    var pairs =
        SentenceAlignment.of(
            List.of(
                "Den första meningen är lika lång i båda språken.",
                "Bara på svenska: se även vår sida om autogiro och e-faktura, som är gratis.",
                "Den tredje meningen är också lika lång."),
            List.of(
                "The first sentence is equally long in both tongues.",
                "The third sentence is equally long too."));

    assertThat(pairs).extracting(Pair::second).contains("The third sentence is equally long too.");
    assertThat(pairs.getLast().first()).isEqualTo("Den tredje meningen är också lika lång.");
  }

  @Test
  void hasNothingToPairInNothingAndInTextsWithoutEnd() {
    var endless = Collections.nCopies(5000, "En mening.");

    assertThat(SentenceAlignment.of(List.of(), List.of("One."))).isEmpty();
    assertThat(SentenceAlignment.of(endless, endless)).isEmpty();
  }
}
