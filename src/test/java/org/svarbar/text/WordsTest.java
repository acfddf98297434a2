package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv | faktura fakturan fakturor fakturorna fakturans Faktura
          sv | router routern routrar routrarna routerns
          sv | lösenord lösenordet lösenorden
          sv | betala betalar betalade betalat betalning betalningen betalningar
          sv | abonnemang abonnemanget abonnemangen abonnemangets
          sv | flytta flyttar flyttade flyttat flytten
          sv | kund kunden kunder kunderna kundens
          sv | leverans leveransen leveranser leveranserna
          nb | faktura fakturaen fakturaer fakturaene fakturaens
          nb | regning regningen regninga regninger regningene
          nb | strøm strømmen
          nb | måler måleren målere målerne
          nb | betale betaler betalte betalt betaling betalingen
          nb | bestille bestiller bestilte bestilling bestillingen bestillinger
          nb | passord passordet passordene
          nb | kunde kunden kunder kundene
          nn | faktura fakturaen fakturaer fakturaene fakturaane
          nn | rekning rekninga rekningar rekningane
          nn | straum straumen
          nn | abonnement abonnementet abonnementa
          nn | flytte flyttar flytta flytting flyttinga
          da | faktura fakturaen fakturaer fakturaerne fakturaens
          da | regning regningen regninger regningerne
          da | betale betaler betalte betalt betaling betalingen
          da | adgangskode adgangskoden adgangskoder adgangskoderne
          da | aftale aftalen aftaler aftalerne
          fi | lasku laskun laskua laskut laskuja laskussa laskuni laskusta laskujen
          fi | sopimus sopimuksen sopimusta sopimukset sopimuksessa sopimuksia
          fi | osoite osoitteen osoitetta osoitteet osoitteeni osoitteessa
          fi | verkko verkon verkossa verkkoa verkkoon
          fi | puhelin puhelimen puhelinta puhelimet puhelimessa
          fi | reititin reitittimen reititintä reitittimet
          fi | salasana salasanan salasanaa salasanani salasanat
          fi | hinta hinnan hintaa hinnat
          fi | maksu maksun maksut maksua maksuja
          en | invoice invoices invoiced invoicing Invoice's
          en | delivery deliveries deliver delivered
          en | cancel cancelled cancels cancellation cancelling
          en | password passwords
          en | payment payments
          """)
  void givesInflectionsOfOneWordOneKey(String language, String words) {
    var found = Words.of(words, Locale.of(language));

    assertThat(found).extracting(Word::key).as("%s", found).containsOnly(found.getFirst().key());
  }

  @ParameterizedTest
  @CsvSource({
    "sv, faktura router lösenord avtal flytt bredband konto kund leverans retur pris port",
    "nb, faktura regning passord avtale strøm måler nett konto pris retur kunde bank",
    "nn, faktura rekning passord avtale straum målar nett konto pris retur kunde bank",
    "da, faktura regning kode aftale strøm måler net konto pris retur kunde bank",
    "fi, lasku sopimus osoite verkko puhelin sähkö tilaus maksu hinta muutto vika toimitus",
    "en, invoice contract address network phone power order price move fault refund return"
  })
  void keepsDifferentWordsApart(String language, String words) {
    assertThat(Words.of(words, Locale.of(language))).extracting(Word::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "VDSL2, vdsl2",
    "B2-4711, b24711",
    "Wi-Fi, wifi",
    "e-post, epost",
    "TV:n, tv",
    "1.184, 1.184",
    "iPhone15, iphone15",
    "IPv6, ipv6",
    "anna@example.org, anna@example.org",
    "2026-11-22, 20261122"
  })
  void keepsNamesAndCodesWhole(String text, String key) {
    assertThat(Words.of("(" + text + ")", Languages.ENGLISH))
        .extracting(Word::key)
        .containsExactly(key);
  }

  @Test
  void makesOneLetterOfNordicTwins() {
    var swedish = Words.of("Åbenrå Malmö händer idé", Languages.SWEDISH);
    var danish = Words.of("Aabenraa Malmø hænder ide", Languages.DANISH);

    assertThat(danish.subList(0, 2)).extracting(Word::key).isEqualTo(keys(swedish.subList(0, 2)));
    assertThat(Folding.fold("hænder", Languages.DANISH)).isEqualTo("händer");
    assertThat(Folding.fold("saada", Languages.FINNISH)).isEqualTo("saada");
    assertThat(swedish.get(3).key()).isEqualTo(danish.get(3).key());
  }

  @Test
  void marksStopWords() {
    var words = Words.of("Jag kan inte betala fakturan", Languages.SWEDISH);

    assertThat(words).extracting(Word::stop).containsExactly(true, true, true, false, false);
  }

  @Test
  void keepsSpellingAndOrder() {
    var words = Words.of("Min VDSL2-router, TV- och bredbandet.\nSlut!", Languages.SWEDISH);

    assertThat(words)
        .extracting(Word::original)
        .containsExactly("Min", "VDSL2", "router", "TV", "och", "bredbandet", "Slut");
  }

  @Test
  void splitsLongHyphenatedWordsAndMissingSpaces() {
    assertThat(originals("Stockholm-Göteborg fungerar.Varför och/eller"))
        .containsExactly("Stockholm", "Göteborg", "fungerar", "Varför", "och", "eller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…", "--", "👍", "'", "@@@"})
  void findsNoWordsWhereThereAreNone(String text) {
    assertThat(Words.of(text, Languages.NYNORSK)).isEmpty();
  }

  @Test
  void givesEveryWordAKeyWhateverItIsWrittenWith() {
    var everything = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      everything.appendCodePoint(c).append(' ').appendCodePoint(c).append("x ");
    }

    for (var language : List.of(Languages.SWEDISH, Languages.FINNISH)) {
      assertThat(Words.of(everything.toString(), language)).hasSizeGreaterThan(0x8000);
    }
  }

  @Test
  void foldsWordsOfOtherLanguagesWithoutStemming() {
    assertThat(Words.of("Rechnungen bezahlen", Locale.GERMAN))
        .containsExactly(
            new Word("Rechnungen", "rechnungen", "rechnungen", false),
            new Word("bezahlen", "bezahlen", "bezahlen", false));
  }

  @Test
  void takesHostileTextInItsStride() {
    for (var text :
        List.of(
            "a-".repeat(500_000),
            "a".repeat(1_000_000),
            "a.b:c'd@".repeat(100_000),
            "\ud835".repeat(1000))) {
      assertThat(Words.of(text, Languages.FINNISH)).isNotNull();
    }
  }

  private static List<String> keys(List<Word> words) {
    return words.stream().map(Word::key).toList();
  }

  private static List<String> originals(String text) {
    return Words.of(text, Languages.SWEDISH).stream().map(Word::original).toList();
  }
}
