package org.svarbar.triage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.text.MailText;
import org.svarbar.ticket.Envelope;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Ticket;

/**
 * A requester's message with what else triage looks at.
 *
 * @param rawSubject as the helpdesk has it; empty when the message did not open the ticket
 * @param text what the requester wrote now
 * @param language in which it seems to be written
 * @param address from which it came; may be empty
 * @param agentReplied whether an agent has answered in this ticket before
 * @param answeredAutomatically whether we have
 * @param reopened whether the ticket had been closed
 */
record Incoming(
    String rawSubject,
    String subject,
    String text,
    Locale language,
    Optional<String> group,
    String address,
    Envelope envelope,
    boolean agentReplied,
    boolean answeredAutomatically,
    boolean reopened) {

  /** What a mail says besides comes at its beginning; the rest costs time. */
  private static final int MOST_CHARACTERS = 20_000;

  Incoming {
    Objects.requireNonNull(rawSubject, "rawSubject");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(envelope, "envelope");
    text = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
  }

  /** Words alone, of which nothing else is known. */
  static Incoming ofWords(String subject, String text, Locale language) {
    var mail = MailText.of(subject, text, false);
    return new Incoming(
        subject,
        mail.subject(),
        mail.text(),
        language,
        Optional.empty(),
        "",
        Envelope.UNKNOWN,
        false,
        false,
        false);
  }

  static Incoming of(Ticket ticket, Message message, Locale language) {
    var subject = ticket.isOpenedBy(message) ? ticket.subject() : "";
    var mail = MailText.of(subject, message.body(), message.html());
    var earlier = ticket.before(message);
    return new Incoming(
        subject,
        mail.subject(),
        mail.text(),
        language,
        ticket.group(),
        message.by().email(),
        message.envelope(),
        isPublicIn(earlier, Author.AGENT),
        isPublicIn(earlier, Author.SVARBAR),
        ticket.isReopenedBy(message));
  }

  private static boolean isPublicIn(List<Message> messages, Author by) {
    return messages.stream().anyMatch(it -> it.author() == by && !it.internal());
  }
}
