package org.svarbar.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.platform.Sha256;
import org.svarbar.redaction.Redaction;
import org.svarbar.text.LanguageGuess;
import org.svarbar.text.MailText;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;

/**
 * What a solved ticket teaches: the requester's first question and the agent's last public answer,
 * without greetings, quotes, signatures and personal identifiers.
 *
 * @param question one line
 * @param answer plain text
 */
record SolvedTicket(String question, String answer, Locale language) {

  private static final Set<String> SOLVED = Set.of("solved", "resolved", "closed", "done");
  static final int LONGEST_QUESTION = 500;
  static final int LONGEST_ANSWER = 20_000;
  private static final int SHORTEST = 10;
  private static final double CERTAIN = 0.8;

  /**
   * Empty: it is not solved, or nobody answered what a requester asked.
   *
   * @param otherwise the language where nothing tells it
   */
  static Optional<SolvedTicket> of(Ticket ticket, Locale otherwise) {
    if (!SOLVED.contains(ticket.status().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    var asked = said(ticket, Message.Author.REQUESTER).findFirst();
    var answered = said(ticket, Message.Author.AGENT).reduce((before, last) -> last);
    return asked.flatMap(
        question -> answered.flatMap(answer -> of(ticket, question, answer, otherwise)));
  }

  private static Optional<SolvedTicket> of(
      Ticket ticket, Message asked, Message answered, Locale otherwise) {
    var mail = MailText.of(ticket.subject(), asked.body(), asked.html());
    var reply = MailText.of("", answered.body(), answered.html());
    var question = redacted(mail.subject() + ": " + mail.text(), LONGEST_QUESTION);
    var answer = redacted(reply.text(), LONGEST_ANSWER);
    var language =
        LanguageGuess.of(mail.text())
            .filter(guess -> guess.certainty() >= CERTAIN)
            .map(LanguageGuess::language)
            .or(ticket::language)
            .orElse(otherwise);
    return question.length() < SHORTEST || answer.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new SolvedTicket(oneLine(question), answer, language));
  }

  private static Stream<Message> said(Ticket ticket, Message.Author author) {
    return ticket.messages().stream()
        .filter(message -> message.author() == author && !message.internal());
  }

  /** Without personal identifiers, and not longer than that. */
  static String redacted(String text, int longest) {
    var without = Redaction.of(text).text().strip();
    return without.length() <= longest ? without : without.substring(0, longest - 1) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceFirst("^: ", "").strip();
  }

  /** The question without case, spaces and punctuation, for comparing. */
  String questionKey() {
    var plain = question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    return Sha256.hex(plain);
  }
}
