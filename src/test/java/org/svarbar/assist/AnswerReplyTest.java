package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.Person;

class AnswerReplyTest {

  private static final String MARKER = "svarbar-4c1f0d7e9a2b4c1f";
  private static final Person REQUESTER = new Person("17", "Åsa Öberg", "asa@example.com");

  @Test
  void greetsAnswersAndSignsOffInTheCustomersLanguage() {
    var reply = draft(Languages.SWEDISH, REQUESTER, suggestion(1, "Byta lösenord"));

    assertThat(reply.text())
        .isEqualTo(
            """
            Hej Åsa!

            Gör så här:
            1. Öppna inloggningen (https://nordlys.example/in).
            2. Välj Glömt lösenord.

            Läs mer: https://faq.example/1

            Med vänlig hälsning
            Kundservice
            Nordlys
            """);
    var html = Jsoup.parse(reply.html());
    assertThat(html.select("ol li")).hasSize(2);
    assertThat(html.select("p").first().text()).isEqualTo("Hej Åsa!");
    assertThat(html.text()).contains("Med vänlig hälsning Kundservice Nordlys");
  }

  @ParameterizedTest
  @CsvSource({
    "Åsa Öberg,Hej Åsa!",
    "Anne-Lise von der Lippe,Hej Anne-Lise!",
    "asa.oberg@example.com,Hej!",
    "Åsa,Hej!",
    "ÖBERG <b>Åsa</b>,Hej!",
    "Vinn pengar https://evil.example,Hej!",
    "'',Hej!"
  })
  void greetsByNameOnlyWhereItLooksLikeOne(String name, String greeting) {
    var reply = draft(Languages.SWEDISH, new Person("1", name, ""), suggestion(1, "Byta lösenord"));

    assertThat(reply.greeting()).isEqualTo(greeting);
  }

  @ParameterizedTest
  @CsvSource({"sv,Tack", "nb,Takk", "nn,Takk", "da,Tak", "fi,Kiitos", "en,Thank you"})
  void beginsWithWhatTheCustomerHasTried(String language, String thanks) {
    var answer = suggestion(1, "Byta lösenord");

    var other = tried(Locale.of(language), answer, tried(true, "2"));
    var same = tried(Locale.of(language), answer, tried(true, "1"));
    var searched = tried(Locale.of(language), answer, new TriedAnswers(true, true, Map.of()));

    assertThat(other.before()).hasSize(1).first().asString().startsWith(thanks);
    assertThat(other.before().getFirst()).contains("Logga <in>");
    assertThat(other.html()).doesNotContain("<in>");
    assertThat(List.of(same.before(), searched.before()))
        .allSatisfy(said -> assertThat(said).hasSize(1))
        .allSatisfy(said -> assertThat(said.getFirst()).startsWith(thanks).doesNotContain("Logga"));
    assertThat(same.before()).isNotEqualTo(searched.before());
  }

  @Test
  void tellsNobodyWhatPerhapsAnotherHasRead() {
    var reply = tried(Languages.SWEDISH, suggestion(1, "Byta lösenord"), tried(false, "2"));

    assertThat(reply.before()).isEmpty();
    assertThat(draft(Languages.SWEDISH, REQUESTER, suggestion(1, "A")).before()).isEmpty();
  }

  private static TriedAnswers tried(boolean sure, String key) {
    var inVain = new TriedAnswers.Tried("Logga <in>", 60, Optional.of(false));
    return new TriedAnswers(sure, true, Map.of(List.of("faq", key), inVain));
  }

  private static ReplyText tried(Locale language, Suggestion answer, TriedAnswers tried) {
    return new AnswerReply(language, "").draft(REQUESTER, answer, tried, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nb", "nn", "da", "fi", "en"})
  void saysFirstThatItIsAutomaticAndLastHowToReachAPerson(String language) {
    var answer = suggestion(1, "<b>Byta</b> lösenord");

    var reply = new AnswerReply(Locale.of(language), "Nordlys").automatic(answer, MARKER);

    assertThat(reply.before()).hasSize(2);
    assertThat(reply.before().getFirst()).containsPattern("(?i)automa");
    assertThat(reply.text().indexOf(reply.before().getFirst()))
        .isLessThan(reply.text().indexOf("Gör så här"));
    assertThat(reply.after()).hasSize(1);
    assertThat(reply.after().getFirst()).containsPattern("(?i)person|ihminen");
    assertThat(reply.text()).contains(reply.after().getFirst(), MARKER);
    assertThat(reply.html()).contains(MARKER).doesNotContain("<b>Byta");
    assertThat(Jsoup.parse(reply.html()).text()).contains(reply.after().getFirst());
  }

  @Test
  void repeatsNothingOfWhatTheRequesterWroteInAnAutomaticReply() {
    var reply = new AnswerReply(Languages.ENGLISH, "").automatic(suggestion(1, "Reset"), MARKER);

    assertThat(reply.greeting()).isEqualTo("Hello,");
  }

  private static ReplyText draft(Locale language, Person requester, Suggestion answer) {
    return new AnswerReply(language, " Kundservice\n\nNordlys\n")
        .draft(requester, answer, TriedAnswers.NONE, "");
  }

  private static Suggestion suggestion(long id, String title) {
    return new Suggestion(
        id,
        "faq",
        Long.toString(id),
        title,
        "Välj Glömt lösenord.",
        "<p>Gör så här:</p><ol><li>Öppna <a href=\"https://nordlys.example/in\">inloggningen</a>."
            + "</li><li>Välj <b>Glömt lösenord</b>.</li></ol>",
        Optional.of(URI.create("https://faq.example/" + id)),
        Languages.SWEDISH,
        Optional.empty(),
        true,
        Instant.parse("2026-05-01T10:00:00Z"),
        0,
        0,
        OptionalDouble.empty(),
        0,
        1,
        1,
        List.of("lösenord"),
        List.of());
  }
}
