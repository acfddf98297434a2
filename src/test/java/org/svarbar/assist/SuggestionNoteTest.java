package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Assessment;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Quadrant;
import org.svarbar.triage.Reason;
import org.svarbar.triage.SignalKind;
import org.svarbar.triage.Verdict;

class SuggestionNoteTest {

  private static final String PANEL = "https://svarbar.example/svarbar/panel/rt/4711#pass";
  private static final Locale SWEDISH = Locale.of("sv");
  private static final TicketRef TICKET = new TicketRef(new ConnectionId("rt"), "4711");

  @Test
  void showsTitleSentenceLinkAndWhy() {
    var note =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("55"), suggested("Byta lösenord", true), TriedAnswers.NONE);

    var html = Jsoup.parse(note.html());
    assertThat(html.select("a[href=https://faq.example/1] strong").text())
        .isEqualTo("Byta lösenord");
    assertThat(html.select("li > p:nth-of-type(2) > em").text())
        .isEqualTo("Klicka på Glömt lösenord.");
    assertThat(html.select("blockquote")).as("what helpdesks fold away").isEmpty();
    assertThat(html.text()).contains("Varför: lösenord, byta. Ändrat 1 maj 2026.");
    assertThat(note.text())
        .contains("Byta lösenord", "Klicka på Glömt lösenord.", "https://faq.example/1");
    assertThat(html.select("a").last().attr("href")).isEqualTo(PANEL);
    assertThat(note.text()).contains(PANEL);
  }

  @Test
  void escapesWhatComesFromElsewhere() {
    var note =
        new SuggestionNote(SWEDISH, PANEL)
            .write(
                judged("55"),
                suggested("<script>alert(1)</script><img src=x onerror=y>", true),
                TriedAnswers.NONE);

    assertThat(note.html()).doesNotContain("<script").doesNotContain("<img");
    assertThat(Jsoup.parse(note.html()).select("script, img")).isEmpty();
  }

  @Test
  void warnsOfWhatIsInternal() {
    var note =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("55"), suggested("Kreditera", false), TriedAnswers.NONE);

    assertThat(note.html()).contains("internt, får inte skickas till kunden");
    assertThat(note.text()).contains("internt, får inte skickas till kunden");
  }

  @Test
  void carriesTheSameMarkerForTheSameMessageInBothForms() {
    var note =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("55"), suggested("A", true), TriedAnswers.NONE);
    var again =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("55"), suggested("B", true), TriedAnswers.NONE);
    var other =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("56"), suggested("A", true), TriedAnswers.NONE);

    assertThat(again.key()).isEqualTo(note.key()).isNotEqualTo(other.key());
    assertThat(note.html()).contains("svarbar-" + note.key().substring(0, 16));
    assertThat(note.text()).contains("svarbar-" + note.key().substring(0, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nb", "nn", "da", "fi", "en"})
  void speaksEachLanguage(String language) {
    var note =
        new SuggestionNote(Locale.of(language), PANEL)
            .write(judged("55"), suggested("Titel", false), TriedAnswers.NONE);

    assertThat(note.subject()).isNotBlank().doesNotContain("{", "title.");
    assertThat(note.text()).doesNotContain("{0}", "{1}");
  }

  @Test
  void saysWhatTheMessageNeedsAndWhy() {
    var note =
        new SuggestionNote(SWEDISH, PANEL)
            .write(judged("55"), suggested("A", true), TriedAnswers.NONE);

    assertThat(Jsoup.parse(note.html()).text()).contains("Till en människa: klagomål: “klaga”");
    assertThat(note.text()).contains("Till en människa: klagomål: “klaga”");
  }

  @Test
  void saysItWithoutSuggestionsToo() {
    var nothing = new Suggested(SWEDISH, 0, Optional.empty(), List.of(), List.of());

    var note = new SuggestionNote(SWEDISH, PANEL).write(judged("55"), nothing, TriedAnswers.NONE);

    assertThat(note.subject()).isEqualTo("Inget svarsförslag");
    assertThat(note.text()).contains("klagomål");
  }

  private static Judged judged(String messageId) {
    var reasons = List.of(new Reason("signal.complaint.words", List.of("klaga")));
    var assessment =
        new Assessment(
            0.9, 0.9, 0, Quadrant.RARE_SIMPLE, 1, Set.of(SignalKind.COMPLAINT), reasons, "shipped");
    return new Judged(
        TICKET,
        messageId,
        new Verdict.Person(assessment, true),
        Optional.of(1L),
        SWEDISH,
        Optional.empty(),
        Instant.parse("2026-05-01T10:00:00Z"));
  }

  private static Suggested suggested(String title, boolean isPublic) {
    var suggestion =
        new Suggestion(
            1,
            "hjälp",
            "losenord",
            title,
            "Klicka på Glömt lösenord.",
            "<p>…</p>",
            Optional.of(URI.create("https://faq.example/1")),
            SWEDISH,
            Optional.empty(),
            isPublic,
            Instant.parse("2026-05-01T10:00:00Z"),
            1.0,
            0,
            OptionalDouble.empty(),
            0,
            5,
            0.9,
            List.of("lösenord", "byta"),
            List.of());
    return new Suggested(SWEDISH, 0.9, Optional.empty(), List.of(suggestion), List.of());
  }
}
