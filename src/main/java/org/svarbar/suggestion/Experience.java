package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Sha256;
import org.svarbar.redaction.Redaction;
import org.svarbar.text.LanguageGuess;

/** Questions that somebody was seen to answer with an entry teach ranking, as past questions. */
@ApplicationScoped
@Transactional
public class Experience {

  @Inject PastQuestions questions;

  /**
   * Takes the place of what was learned by the same name before. Personal identifiers are taken out
   * before anything is stored.
   *
   * @param source 1 to 60 letters, digits, dots, hyphens and underscores
   * @param reference what the source calls the question
   */
  public void learn(
      String source, String reference, Question question, long entryId, Instant askedAt) {
    var name = name(reference);
    questions.remove(source, name);
    var text = Redaction.of(question.subject() + "\n" + question.text()).text().strip();
    if (!text.isEmpty()) {
      var shortened = text.substring(0, Math.min(text.length(), PastQuestion.LONGEST_TEXT));
      questions.add(
          source,
          List.of(
              new AnsweredQuestion(
                  name, entryId, language(question, text), shortened, Optional.of(askedAt))));
    }
  }

  /** What was learned by this name was not so. */
  public void forget(String source, String reference) {
    questions.remove(source, name(reference));
  }

  private static String name(String reference) {
    return reference.length() <= PastQuestion.LONGEST_REFERENCE ? reference : Sha256.hex(reference);
  }

  private static Locale language(Question question, String text) {
    return question
        .language()
        .or(() -> LanguageGuess.of(text).map(LanguageGuess::language))
        .orElse(Languages.ENGLISH);
  }
}
