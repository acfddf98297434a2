package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.text.LanguageGuess;

/**
 * Whatever an administrator writes into the rules, and however sure the model is: a mail in which a
 * fixed rule or a program is seen is never one to answer without a person. The whole corpus, each
 * mail under many lists of rules.
 */
class GraveMailTest {

  private static final long SEED = 20261122;
  private static final int LISTS = 6;
  private static final Set<String> GRAVE =
      Set.of("threat", "legal", "data-protection", "self-harm");
  private static final Certainty SURE =
      new Certainty(1, 1, new Outcomes.Alike(500, 500), "test", Optional.of(true));

  @Test
  void isNeverOneToAnswerAutomaticallyUnderAnyListOfRules() {
    var random = new Random(SEED);
    var wrong = new ArrayList<String>();
    var judged = 0;
    for (var mail : TriageMail.all()) {
      for (var i = 0; i < LISTS; i++) {
        var verdict = judge(mail, i == 0 ? new HardRules(List.of()) : rules(random));
        var grave = verdict.assessment().signals().stream().anyMatch(SignalKind::isGrave);
        var isLeft = verdict.assessment().isForPersonsOnly();
        judged++;
        if (grave && (!isLeft || !(verdict instanceof Verdict.Person))) {
          wrong.add(mail.id());
        }
        if (verdict.assessment().isAutomatic() && !isLeft) {
          wrong.add(mail.id());
        }
      }
    }
    System.out.println("seed " + SEED + ": " + judged + " verdicts, wrong: " + wrong);
    assertThat(wrong).isEmpty();
  }

  /** Words that no list knows are the limit of lists: how many, in both halves, is printed. */
  @Test
  void isSeldomTakenForOneToAnswerUnderTheRulesThatAreShipped() {
    for (var heldBack : List.of(false, true)) {
      var grave =
          TriageMail.all().stream()
              .filter(mail -> mail.heldBack() == heldBack)
              .filter(mail -> mail.labels().stream().anyMatch(GRAVE::contains))
              .toList();
      var answerable =
          grave.stream()
              .filter(mail -> judge(mail, HardRules.shipped()) instanceof Verdict.Answerable)
              .count();
      System.out.println(
          (heldBack ? "held back: " : "rules: ")
              + answerable
              + " of "
              + grave.size()
              + " grave mails would be answered, were the knowledge certain of everything");
      assertThat(answerable).isZero();
    }
  }

  private static HardRules rules(Random random) {
    var rules = new ArrayList<HardRule>();
    for (var kind : SignalKind.values()) {
      if (random.nextBoolean()) {
        var then = random.nextBoolean() ? HardRule.Most.PERSON : HardRule.Most.SUGGEST;
        rules.add(new HardRule(kind.word(), new HardRule.When.Seen(kind), then));
      }
    }
    return new HardRules(rules);
  }

  private static Verdict judge(TriageMail mail, HardRules rules) {
    var language =
        LanguageGuess.of(mail.subject() + "\n" + mail.text())
            .map(LanguageGuess::language)
            .orElse(Locale.ENGLISH);
    var incoming = Incoming.ofWords(mail.subject(), mail.text(), language);
    return new Judgement(rules, 0.8, 5).of(incoming, certain(language), SURE, 50);
  }

  private static Suggested certain(Locale language) {
    var answer =
        new Suggestion(
            1,
            "faq",
            "1",
            "Title",
            "Sentence.",
            "<p>Sentence.</p>",
            Optional.of(URI.create("https://faq.example/1")),
            language,
            Optional.empty(),
            true,
            Instant.EPOCH,
            0,
            1,
            OptionalDouble.empty(),
            0,
            1,
            1,
            List.of(),
            List.of());
    return new Suggested(language, 1, Optional.empty(), List.of(answer), List.of());
  }
}
