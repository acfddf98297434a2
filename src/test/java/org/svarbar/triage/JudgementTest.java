package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Texts;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.Envelope;
import org.svarbar.triage.HardRules.UnreadableRules;

class JudgementTest {

  private static final Locale SWEDISH = Locale.of("sv");
  private static final Locale ENGLISH = Locale.of("en");

  @ParameterizedTest
  @CsvSource({
    "Hur byter jag lösenord?, 0.9, answerable",
    "Hur byter jag lösenord?, 0.6, suggest",
    "Stämmer det att min faktura 123 är fel?, 0.99, suggest",
    "Jag vill klaga på er service., 0.99, person",
    "Min advokat kommer att stämma er., 0.99, person",
  })
  void putsRulesBeforeTheProbability(String text, double probability, String verdict) {
    assertThat(judged(text, probability).word()).isEqualTo(verdict);
  }

  @Test
  void needsAPersonWhenNothingFits() {
    var nothing = new Suggested(SWEDISH, 0.1, Optional.empty(), List.of(), List.of());

    var verdict =
        judgement(HardRules.shipped()).of(incoming("Hur?"), nothing, Certainty.unmeasured(0.1), 0);

    assertThat(verdict).isInstanceOf(Verdict.Person.class);
    assertThat(said(verdict)).containsExactly("nothing in the knowledge fits");
  }

  @Test
  void speaksOfNoNumberThatWasNotMeasured() {
    assertThat(said(judged("Hur byter jag lösenord?", 0.9)))
        .contains("the first suggestion is probably right", "matches: lösenord")
        .noneMatch(reason -> reason.contains("past tickets"));

    var measured = verdict("Hur byter jag lösenord?", measured(0.91, 212, 195, Optional.empty()));
    assertThat(said(measured)).contains("about 9 in 10 like this were right (212 past tickets)");
  }

  @Test
  void keepsTheRulesAboutWhatIsGraveWhateverIsWritten() {
    var rules = HardRules.read("[{\"name\":\"x\",\"signal\":\"legal\",\"then\":\"suggest\"}]");

    assertThat(rules.rules())
        .extracting(HardRule::name)
        .containsExactly(
            "threat", "legal", "data-protection", "self-harm", "answered-automatically");
    assertThat(rules.rules()).extracting(HardRule::then).containsOnly(HardRule.Most.PERSON);
  }

  @Test
  void obeysRulesThatSomebodyWrote() {
    var rules =
        HardRules.read(
            "[{\"name\":\"pumps\",\"words\":\"värmepump*, solcell*\",\"then\":\"person\"},"
                + "{\"name\":\"press\",\"sender\":\"@tidning.example\",\"then\":\"person\"}]");

    var verdict =
        judgement(rules)
            .of(incoming("Vad kostar värmepumpen?"), suggested(0.9), Certainty.unmeasured(0.9), 0);

    assertThat(verdict.word()).isEqualTo("person");
    assertThat(said(verdict)).contains("rule: pumps");
    assertThat(HardRules.read(rules.written())).isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                   | not a JSON array
          [{"name":"a","signal":"complaint","then":"no"}]      | then: is neither
          [{"name":"a","signal":"joy","then":"person"}]        | signal: there is no joy
          [{"name":"","signal":"complaint","then":"person"}]   | a rule's name
          [{"name":"a","then":"person"}]                       | there is none of
          [{"name":"a","words":" , ","then":"person"}]         | has words
          [7]                                                  | rule 1
          """)
  void saysWhatIsWrongWithRules(String json, String what) {
    assertThatThrownBy(() -> HardRules.read(json))
        .isInstanceOf(UnreadableRules.class)
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted: auto-replied, AUTO_SUBMITTED",
    "Auto-Submitted: no, ",
    "Return-Path: <>, BOUNCE",
    "Return-Path: <anna@example.org>, ",
    "List-Id: <news.example.org>, LIST_MAIL",
    "Precedence: bulk, LIST_MAIL",
  })
  void knowsProgramsByTheirHeaders(String header, SignalKind kind) {
    var incoming =
        new Incoming(
            "",
            "",
            "Hur byter jag lösenord?",
            SWEDISH,
            Optional.empty(),
            "",
            Envelope.ofHeader("X: y\r\n\tfolded\r\n" + header + "\r\n", 0),
            false,
            false,
            false);

    assertThat(Sender.of(incoming))
        .extracting(Signal::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "no-reply@example.org, true",
    "noreply@example.org, true",
    "do-not-reply.invoice@example.org, true",
    "ikke-svar@example.no, true",
    "mailer-daemon@example.org, true",
    "nora@example.org, false",
    "noel.replyson@example.org, false",
  })
  void knowsAddressesThatTakeNoAnswers(String address, boolean isAutomatic) {
    var incoming =
        new Incoming(
            "",
            "",
            "Hej",
            SWEDISH,
            Optional.empty(),
            address,
            Envelope.UNKNOWN,
            false,
            false,
            false);

    assertThat(!Sender.of(incoming).isEmpty()).isEqualTo(isAutomatic);
  }

  @Test
  void seesWhatIsNotSimple() {
    var lengthy = "Jag undrar en sak. ".repeat(60) + "Hur gör jag? Varför? Vad kostar det? När?";
    var log = "Det står:\n  at org.example.Main.run(Main.java:7)\nVad gör jag?";

    assertThat(kinds(lengthy)).contains(SignalKind.LONG);
    assertThat(kinds(log)).contains(SignalKind.LOG);
    assertThat(kinds("Var är mitt paket?")).contains(SignalKind.OWN_CASE);
    assertThat(kinds("Hur lång är leveranstiden för paket?")).isEmpty();
  }

  private static Set<SignalKind> kinds(String text) {
    return Signals.of(incoming(text)).kinds();
  }

  static Stream<Locale> languages() {
    return Languages.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void wordsEverythingInEachLanguage(Locale language) {
    var texts = Texts.of("org.svarbar.triage.reasons", language);

    for (var kind : SignalKind.values()) {
      assertThat(texts.has("signal." + kind.word())).as(kind.word()).isTrue();
      assertThat(new Reason("signal." + kind.word() + ".words", List.of("7")).in(language))
          .contains("7")
          .doesNotContain("{");
    }
    for (var word : List.of("answerable", "suggest", "person")) {
      assertThat(texts.text("verdict." + word)).isNotBlank();
    }
  }

  private static Verdict judged(String text, double probability) {
    return verdict(text, Certainty.unmeasured(probability));
  }

  private static Verdict verdict(String text, Certainty certainty) {
    return judgement(HardRules.shipped())
        .of(incoming(text), suggested(certainty.probability()), certainty, 3);
  }

  @ParameterizedTest
  @CsvSource({"0.99, false, suggest", "0.6, true, answerable"})
  void putsAPromiseInThePlaceOfTheSetting(double probability, boolean covered, String verdict) {
    var certainty = measured(probability, 100, 97, Optional.of(covered));

    assertThat(verdict("Hur byter jag lösenord?", certainty).word()).isEqualTo(verdict);
  }

  private static Certainty measured(
      double probability, int cases, int right, Optional<Boolean> promised) {
    return new Certainty(
        probability, probability, new Outcomes.Alike(cases, right), "own-7", promised);
  }

  private static Judgement judgement(HardRules rules) {
    return new Judgement(rules, 0.8, 5);
  }

  private static Incoming incoming(String text) {
    return Incoming.ofWords("", text, SWEDISH);
  }

  private static List<String> said(Verdict verdict) {
    return verdict.assessment().reasons().stream().map(it -> it.in(ENGLISH)).toList();
  }

  private static Suggested suggested(double probability) {
    var suggestion =
        new Suggestion(
            1,
            "hjälp",
            "losenord",
            "Byta lösenord",
            "Klicka på Glömt lösenord.",
            "<p>…</p>",
            Optional.of(URI.create("https://faq.example/1")),
            SWEDISH,
            Optional.empty(),
            true,
            Instant.parse("2026-05-01T10:00:00Z"),
            1.0,
            0,
            OptionalDouble.empty(),
            0,
            5,
            0.9,
            List.of("lösenord", "4711"),
            List.of("anna@example.org"));
    return new Suggested(SWEDISH, probability, Optional.empty(), List.of(suggestion), List.of());
  }
}
