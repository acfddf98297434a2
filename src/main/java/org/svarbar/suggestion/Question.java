package org.svarbar.suggestion;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.svarbar.knowledge.Asker;
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
 * @param asker through what it is asked, which decides whose brand's answers it gets
 * @param hidden sources whose answers are not for who asks; empty until it is looked up
 */
public record Question(
    String subject,
    String text,
    Optional<Locale> language,
    Optional<String> group,
    Audience audience,
    Asker asker,
    Set<String> hidden) {

  public Question {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(asker, "asker");
    hidden = Set.copyOf(hidden);
  }

  /** A question of which nobody knows under which brand it is asked. */
  public Question(
      String subject,
      String text,
      Optional<Locale> language,
      Optional<String> group,
      Audience audience) {
    this(subject, text, language, group, audience, Asker.UNKNOWN, Set.of());
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

  /** The same, asked in a ticket of the connection with this id. */
  public Question askedThrough(String connection) {
    return asked(Asker.ofConnection(connection));
  }

  /** The same, asked on the self-service site with this id. */
  public Question askedOn(String site) {
    return asked(Asker.ofSite(site));
  }

  /** The same, asked under this brand. */
  public Question askedUnder(String brand) {
    return asked(Asker.ofBrand(brand));
  }

  private Question asked(Asker by) {
    return new Question(subject, text, language, group, audience, by, hidden);
  }

  /** The index may be a moment behind; the database, where the entry comes from, is not. */
  boolean mayBeAnsweredBy(FaqEntry entry) {
    return !entry.isRetired()
        && (entry.isPublic() || audience == Audience.AGENTS)
        && !hidden.contains(entry.source())
        && (group.isEmpty() || entry.group().isEmpty() || entry.group().equals(group));
  }

  /** The same for another group. */
  Question of(Optional<String> group) {
    return new Question(subject, text, language, group, audience, asker, hidden);
  }

  /** The same, with no answers of these sources. */
  Question without(Set<String> sources) {
    return new Question(subject, text, language, group, audience, asker, sources);
  }

  /** The same, of which only this is looked at. */
  Question reducedTo(String part) {
    return new Question("", part, language, group, audience, asker, hidden);
  }

  /** Who reads the suggestions. */
  public enum Audience {
    /** agents: internal answers too */
    AGENTS,
    /** anybody: only what is public */
    PUBLIC
  }
}
