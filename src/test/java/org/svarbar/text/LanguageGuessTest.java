package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

class LanguageGuessTest {

  @ParameterizedTest
  @MethodSource({"expectedMails", "demoMails"})
  void knowsTheLanguageOfMails(String language, String text) {
    var guess = LanguageGuess.of(text).orElseThrow();

    assertThat(guess.language()).isEqualTo(Locale.of(language));
    assertThat(guess.certainty()).isGreaterThan(0.6);
  }

  static Stream<Arguments> expectedMails() throws IOException, URISyntaxException {
    var folder = Path.of(LanguageGuessTest.class.getResource("/text/mails").toURI());
    var mails = Stream.<Arguments>builder();
    for (var file : Files.list(folder).filter(f -> f.toString().endsWith(".expected")).toList()) {
      mails.add(
          Arguments.of(file.getFileName().toString().substring(0, 2), Files.readString(file)));
    }
    return mails.build();
  }

  static Stream<Arguments> demoMails() throws IOException {
    try (InputStream in = LanguageGuessTest.class.getResourceAsStream("/demo/mails.json");
        var reader = Json.createReader(in)) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(mail -> Arguments.of(mail.getString("language"), mail.getString("body")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv | Jag hittar inte min beställning
          nb | Jeg finner ikke bestillingen min
          nn | Eg finn ikkje bestillinga mi
          da | Jeg kan ikke finde min bestilling
          fi | En löydä tilaustani
          en | I cannot find my order
          nb | Hva koster det?
          nn | Kva kostar det?
          da | Hvad koster det?
          """)
  void knowsTheLanguageOfShortSentences(String language, String text) {
    assertThat(LanguageGuess.of(text).orElseThrow().language()).isEqualTo(Locale.of(language));
  }

  @Test
  void isNotMisledByNames() {
    var text =
        "Jeg får ikke Microsoft Outlook for Windows til at virke med Norton Internet Security";

    assertThat(LanguageGuess.of(text).orElseThrow().language()).isEqualTo(Languages.DANISH);
  }

  @Test
  void isLessCertainOfWhatCouldBeTwoLanguages() {
    var either = LanguageGuess.of("Send faktura").orElseThrow();
    var clear =
        LanguageGuess.of("Hvornår kan I sende mig den regning, som jeg skal betale i denne uge?")
            .orElseThrow();

    assertThat(either.certainty()).isLessThan(0.9);
    assertThat(clear.certainty()).isGreaterThan(0.95);
  }

  @Test
  void doesNotMindHowCharactersAreComposedOrWritten() {
    var plain = LanguageGuess.of("Hur går det för er?");

    assertThat(LanguageGuess.of("Hur ga\u030ar det fo\u0308r er?")).isEqualTo(plain);
    assertThat(LanguageGuess.of("HUR GÅR DET FÖR ER?").orElseThrow().language())
        .isEqualTo(Languages.SWEDISH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "4711", "?!", "0701-23 45 67", "👍"})
  void isEmptyForTextWithoutLetters(String text) {
    assertThat(LanguageGuess.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "Привет, где мой заказ?", "订单在哪里"})
  void isUncertainOfWhatItDoesNotKnow(String text) {
    assertThat(LanguageGuess.of(text).orElseThrow().certainty()).isLessThan(0.9);
  }

  @Test
  void readsOnlyTheBeginningOfALongText() {
    for (var endless : List.of("ikke ".repeat(1_000_000), "å".repeat(5_000_000))) {
      assertThat(LanguageGuess.of(endless)).isPresent();
    }
  }

  @Test
  void isACertaintyBetweenNoneAndAll() {
    assertThatThrownBy(() -> new LanguageGuess(Languages.FINNISH, 1.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LanguageGuess(Languages.FINNISH, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shipsCoefficientsThatFitOnPaper() {
    assertThat(WordList.text("language-model.txt").length()).isLessThan(50_000);
  }
}
