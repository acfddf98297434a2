package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.assist.Offer;
import org.svarbar.assist.Offers;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Languages;
import org.svarbar.redaction.Redaction;
import org.svarbar.source.Proposals;
import org.svarbar.text.MailText;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** Proposals of agents for entries that would have answered their ticket. */
@ApplicationScoped
class NewEntries {

  static final int SHORTEST_QUESTION = 10;
  static final int LONGEST_QUESTION = 500;
  static final int LONGEST_ANSWER = 20_000;

  @Inject Offers offers;
  @Inject Connections connections;
  @Inject TicketReading reading;
  @Inject Proposals proposals;

  /** What an agent typed, or starts from. */
  record Typed(String question, String answer) {}

  /** What came of it. */
  enum Outcome {
    PROPOSED,
    KNOWN,
    REFUSED;

    /** The key of what is said about it. */
    String text() {
      return switch (this) {
        case PROPOSED -> "proposal.proposed";
        case KNOWN -> "proposal.known";
        case REFUSED -> "proposal.refused";
      };
    }
  }

  /** What the customer asked and what an agent answered last, without personal identifiers. */
  Typed begun(TicketRef ref) {
    var ticket = reading.find(ref);
    var question =
        ticket
            .flatMap(it -> it.latestFromRequester().map(message -> question(it, message)))
            .orElse("");
    var answer =
        ticket
            .map(it -> it.messages().reversed().stream())
            .flatMap(all -> all.filter(NewEntries::isAnswer).findFirst())
            .map(it -> MailText.of("", it.body(), it.html()).text())
            .orElse("");
    return new Typed(
        shortened(Redaction.of(question).text().replaceAll("\\s+", " ").strip(), LONGEST_QUESTION),
        shortened(Redaction.of(answer).text().strip(), LONGEST_ANSWER));
  }

  Outcome propose(TicketRef ticket, Typed typed) {
    if (typed.question().length() < SHORTEST_QUESTION
        || typed.question().length() > LONGEST_QUESTION
        || typed.answer().length() > LONGEST_ANSWER) {
      return Outcome.REFUSED;
    }
    var offer = offers.latest(ticket);
    var language = offer.map(Offer::language).orElseGet(() -> agents(ticket));
    var group = offer.flatMap(Offer::group);
    return proposals.propose(ticket, language, group, typed.question(), typed.answer())
        ? Outcome.PROPOSED
        : Outcome.KNOWN;
  }

  private Locale agents(TicketRef ticket) {
    Optional<Connection> via = connections.find(ticket.connection());
    return via.map(Connection::noteLanguage).orElse(Languages.ENGLISH);
  }

  private static boolean isAnswer(Message message) {
    return message.author() == Message.Author.AGENT && !message.internal();
  }

  private static String question(Ticket ticket, Message message) {
    var mail = MailText.of(ticket.subject(), message.body(), message.html());
    return mail.subject() + ": " + mail.text();
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
