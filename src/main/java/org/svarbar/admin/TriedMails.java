package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.platform.Texts;
import org.svarbar.suggestion.Question;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.triage.HardRule;
import org.svarbar.triage.HardRules;
import org.svarbar.triage.Reason;
import org.svarbar.triage.SignalKind;
import org.svarbar.triage.Triage;

/** Judges mails that somebody tries; nothing is stored. */
@ApplicationScoped
class TriedMails {

  @Inject Triage triage;
  @Inject Suggestions suggestions;

  TriedMail of(String subject, String text, HardRules rules, Texts reader) {
    if (subject.isBlank() && text.isBlank()) {
      return wrong(subject, text, "try.error.empty");
    }
    if (subject.length() > TryResource.LONGEST_SUBJECT
        || text.length() > TryResource.LONGEST_TEXT) {
      return wrong(subject, text, "try.error.long");
    }
    var question =
        Question.ofMail(subject, text, false, Optional.empty(), Optional.empty(), Audience.AGENTS);
    var suggested = suggestions.suggest(question);
    var verdict = triage.tryOut(subject, text, rules, suggested);
    var language = reader.locale();
    return new TriedMail(
        subject,
        text,
        Optional.empty(),
        Optional.of(verdict.in(language)),
        verdict.assessment().reasons().stream().map(reason -> reason.in(language)).toList(),
        triage.fired(subject, text, rules, suggested.language()).stream()
            .map(rule -> name(rule, language))
            .toList());
  }

  /** Rules about what is seen are called by that; others as their writer called them. */
  static String name(HardRule rule, Locale language) {
    return SignalKind.find(rule.name())
        .filter(kind -> rule.when().equals(new HardRule.When.Seen(kind)))
        .map(kind -> seen(kind, language))
        .orElse(rule.name());
  }

  static String seen(SignalKind kind, Locale language) {
    return new Reason("signal." + kind.word(), List.of()).in(language);
  }

  private static TriedMail wrong(String subject, String text, String error) {
    return new TriedMail(subject, text, Optional.of(error), Optional.empty(), List.of(), List.of());
  }
}
