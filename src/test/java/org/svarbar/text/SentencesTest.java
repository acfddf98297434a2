package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv | Logga in med t.ex. BankID. | Välj sedan Fakturor.
          sv | Det kostar ca. 49 kr. per mån. hos oss. | Är det dyrt?
          sv | Fakturan kommer den 15. november. | Den förfaller den 30.
          nb | Bruk f.eks. Chrome. | Ring oss på tlf. 815 00 000!
          nn | Vel t.d. Fakturaer. | Vi svarar kl. 8 til 16.
          da | Brug f.eks. MitID. | Beløbet trækkes bl.a. den 1. i måneden.
          fi | Käytä esim. Chromea. | Vastaamme klo. 8 alkaen.
          en | Use a browser, e.g. Firefox. | It costs approx. 5 euros.
          """)
  void endsSentencesNotAtAbbreviationsAndNumbers(String language, String first, String second) {
    assertThat(Sentences.of(first + " " + second, Locale.of(language)))
        .containsExactly(first, second);
  }

  @Test
  void makesListItemsAndHeadingsSentencesOfTheirOwn() {
    var answer =
        """
        Så här gör du
        Gör så här om du har glömt lösenordet:

        1. Öppna Mina sidor. Välj Logga in.
        2. Tryck på Glömt lösenord
        - BankID
        • e-post
        Klart!
        """;

    assertThat(Sentences.of(answer, Languages.SWEDISH))
        .containsExactly(
            "Så här gör du",
            "Gör så här om du har glömt lösenordet:",
            "Öppna Mina sidor.",
            "Välj Logga in.",
            "Tryck på Glömt lösenord",
            "BankID",
            "e-post",
            "Klart!");
  }

  @Test
  void joinsLinesThatWereBrokenBecauseTheyWereFull() {
    var answer =
        """
        Fakturaen sendes normalt den første virkedagen i måneden til
        Nordlys sine kunder, og
        du betaler den i nettbanken.
        """;

    assertThat(Sentences.of(answer, Languages.BOKMAL)).hasSize(1);
  }

  @Test
  void leavesEverySentenceInTheText() {
    var answer = "Vent til lampen lyser. Ring så! (Det tar ca. 5 min.) Virker det ikke? Skriv.";

    var sentences = Sentences.of(answer, Languages.DANISH);

    assertThat(String.join(" ", sentences)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "- ", "1. "})
  void findsNoSentencesInNothing(String text) {
    assertThat(String.join("", Sentences.of(text, Languages.ENGLISH)).strip()).hasSizeLessThan(3);
  }

  @Test
  void takesHostileTextInItsStride() {
    for (var text :
        List.of(
            "a. ".repeat(300_000),
            ".".repeat(1_000_000),
            "- \n".repeat(100_000),
            "kl. ".repeat(100_000))) {
      assertThat(Sentences.of(text, Languages.FINNISH)).isNotNull();
    }
  }
}
