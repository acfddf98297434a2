package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv|Du kan ångra köpet inom 14 dagar.|Ångerrätten gäller i 30 dagar.|numbers",
        "nb|Det koster 49 kr i måneden.|Prisen er 59,00 kr.|numbers",
        "nn|Avtalet gjeld i 12 månader.|Du er bunden i 24 månader.|numbers",
        "da|Kundeservice har åbent kl. 8.00.|Vi åbner klokken 09:30.|numbers",
        "fi|Toimitus kestää 3 päivää.|Paketti tulee 10 päivässä.|numbers",
        "en|A late fee of €12 is added.|The fee for late payment is €9.|numbers",
        "sv|Routern skickas tillbaka till oss.|Routern ska inte skickas tillbaka till"
            + " oss.|negation",
        "nb|Du må sende ruteren tilbake.|Du må ikke sende ruteren tilbake.|negation",
        "da|Beløbet bliver trukket fra kontoen.|Beløbet bliver ikke trukket fra kontoen.|negation",
        "fi|Reititin palautetaan postitse meille.|Reititintä ei palauteta postitse"
            + " meille.|negation",
        "en|The deposit is paid back to you later.|The deposit is not paid back to you"
            + " later.|negation",
        "en|See [this](https://a.example/new).|See [that](https://a.example/old).|links"
      })
  void seesWhatMatters(String language, String one, String other, String reason) {
    var found =
        Disagreement.between(
            SampleEntry.of(language, "?", one), SampleEntry.of(language, "?", other));

    assertThat(found).map(Disagreement::reason).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv|Du kan ångra köpet inom 14 dagar.|Ångra dig inom 14 dagar så ordnar vi resten.",
        "sv|Vänta i 14 dagar.|Ring 0771-12 34 56.",
        "nb|Det koster 49 kr.|Det koster 49,00 kr i måneden.",
        "da|Du får svar inden 2 dage og senest efter 5 dage.|Svar kommer inden 2 dage.",
        "en|Open the app and log in.|Log in to the app.",
        "en|You do not need a router.|Call us when you move."
      })
  void seesNothingInOtherWordsForTheSame(String language, String one, String other) {
    var found =
        Disagreement.between(
            SampleEntry.of(language, "?", one), SampleEntry.of(language, "?", other));

    assertThat(found).isEmpty();
  }

  @Test
  void quotesTheSentencesThatDiffer() {
    var found =
        Disagreement.between(
            SampleEntry.of("sv", "?", "Hej. Du har 14 dagar på dig. Lycka till."),
            SampleEntry.of("sv", "?", "Skynda dig. Det gäller i 30 dagar."));

    assertThat(found)
        .contains(new Disagreement("numbers", "Du har 14 dagar på dig.", "Det gäller i 30 dagar."));
  }
}
