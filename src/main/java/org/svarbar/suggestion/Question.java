package org.svarbar.suggestion;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.MailText;

/**
 * What somebody wants to know.
 *
 * @param subject a mail's subject or the like; may be empty
 * @param text the question as it was written, without greetings, quotes and signatures; may hold
 *     several sentences
 * @param language in which it was written; empty: found out
 * @param group answers of this group and those of no group; empty: of all
 * @param audience who reads the suggestions
 */
public record Question(
    String subject,
    String text,
    Optional<Locale> language,
    Optional<String> group,
    Audience audience) {

  public Question {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(audience, "audience");
  }

  /**
   * A question that came as a mail: of its body only what the customer wrote now, without what they
   * quote, sign and greet with.
   *
   * @param html whether `body` is HTML, else plain text
   */
  public static Question ofMail(
      String subject,
      String body,
      boolean html,
      Optional<Locale> language,
      Optional<String> group,
      Audience audience) {
    var mail = MailText.of(subject, body, html);
    return new Question(mail.subject(), mail.text(), language, group, audience);
  }

  /** The index may be a moment behind; the database, where the entry comes from, is not. */
  boolean mayBeAnsweredBy(FaqEntry entry) {
    return !entry.isRetired()
        && (entry.isPublic() || audience == Audience.AGENTS)
        && (group.isEmpty() || entry.group().isEmpty() || entry.group().equals(group));
  }

  /** The same for another group. */
  Question of(Optional<String> group) {
    return new Question(subject, text, language, group, audience);
  }

  /** The same, of which only this is looked at. */
  Question reducedTo(String part) {
    return new Question("", part, language, group, audience);
  }

  /** Who reads the suggestions. */
  public enum Audience {
    /** agents: internal answers too */
    AGENTS,
    /** anybody: only what is public */
    PUBLIC
  }
}
