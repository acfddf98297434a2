package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

class EntryFormTest {

  private final FormOfTest form = new FormOfTest();

  @Test
  void becomesADraft() {
    var draft =
        form.with("group", "billing")
            .with("url", "https://example.org/help")
            .with("reviewOn", "2027-05-01")
            .made()
            .draft();

    assertThat(draft.language()).isEqualTo(Languages.SWEDISH);
    assertThat(draft.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(draft.group()).contains("billing");
    assertThat(draft.format()).isEqualTo(AnswerFormat.MARKDOWN);
    assertThat(draft.url()).contains(URI.create("https://example.org/help"));
    assertThat(draft.reviewOn()).contains(LocalDate.of(2027, 5, 1));
  }

  /** What an agent reads is what stands there. */
  @Test
  void holdsNoCharactersThatTurnWhatIsReadOrAreNotSeen() {
    var made =
        form.withQuestions(
                List.of(
                    "Hur\u200B \u202Ebytter\u202C jag l\u00ADösen? \uD83D\uDC68\u200D\uD83D\uDCBB"))
            .made();

    assertThat(made.draft().questions())
        .containsExactly("Hur bytter jag l\u00ADösen? \uD83D\uDC68\u200D\uD83D\uDCBB");
  }

  @Test
  void needsNeitherGroupNorUrlNorReviewDate() {
    var made = form.with("group", " ").with("url", "").with("reviewOn", "").made();

    assertThat(made.reasons()).isEmpty();
    assertThat(made.draft().group()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "key, '', key-missing",
    "language, '', language-unknown",
    "language, de, language-unknown",
    "visibility, '', visibility-unknown",
    "visibility, secret, visibility-unknown",
    "answer, ' ', answer-missing",
    "format, rtf, format-unknown",
    "url, javascript:alert(1), url-unusable",
    "url, //example.org/x, url-unusable",
    "url, 'https://exa mple.org', url-unusable",
    "reviewOn, 1 May 2027, review-on-no-date",
    "reviewOn, 2027-02-30, review-on-no-date"
  })
  void saysWhatIsWrong(String part, String value, String code) {
    var made = form.with(part, value).made();

    assertThat(made.reasons()).extracting(Reason::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "key, 200, key-too-long",
    "group, 200, group-too-long",
    "answer, 100000, answer-too-long"
  })
  void takesAsMuchAsIsAllowedAndNoMore(String part, int most, String code) {
    var most1 = form.with(part, "x".repeat(most)).made();
    var more = form.with(part, "x".repeat(most + 1)).made();

    assertThat(most1.reasons()).isEmpty();
    assertThat(more.reasons()).extracting(Reason::code).containsExactly(code);
  }

  @Test
  void takesOneToTwentyQuestions() {
    var none = form.withQuestions(List.of(" ", "")).made();
    var twenty = form.withQuestions(Collections.nCopies(20, "Hur?")).made();
    var more = form.withQuestions(Collections.nCopies(21, "Hur?")).made();
    var longer = form.withQuestions(List.of("x".repeat(501))).made();

    assertThat(none.reasons()).extracting(Reason::code).containsExactly("question-missing");
    assertThat(twenty.reasons()).isEmpty();
    assertThat(more.reasons()).extracting(Reason::code).containsExactly("questions-too-many");
    assertThat(longer.reasons()).extracting(Reason::code).containsExactly("question-too-long");
  }

  @Test
  void refusesAnAnswerOfWhichNothingSafeIsLeft() {
    var made = form.with("format", "html").with("answer", "<script>alert(1)</script>").made();

    assertThat(made.reasons()).extracting(Reason::code).containsExactly("answer-empty-html");
  }

  @Test
  void refusesControlCharacters() {
    var made = form.with("answer", "a\u0000b").made();

    assertThat(made.reasons()).extracting(Reason::code).containsExactly("control-characters");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var made = form.with("language", "xx").with("visibility", "").with("answer", "").made();

    assertThat(made.reasons())
        .extracting(Reason::code)
        .containsExactly("language-unknown", "visibility-unknown", "answer-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Ett <b>svar</b> &amp; mer</p>",
        "a < b & c",
        "<a href=\"https://x.example/?a=1&b=2\">x</a>",
        "<ul><li>ett<li>två</ul><p>slut",
        "{{ x }} <table><tr><td>1</table>"
      })
  void sanitisesHtmlOnceAndForAll(String html) {
    var once = form.with("format", "html").with("answer", html).made().draft();
    var twice = form.with("format", "html").with("answer", once.answer()).made().draft();

    assertThat(twice.answer()).isEqualTo(once.answer());
  }
}
