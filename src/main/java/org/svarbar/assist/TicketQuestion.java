package org.svarbar.assist;

import org.svarbar.suggestion.Question;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;

/** What a requester wants to know with a message of a ticket, for agents to answer. */
public final class TicketQuestion {

  private TicketQuestion() {}

  /** The subject belongs to the first message alone: later ones ask for something else. */
  public static Question of(Ticket ticket, Message message) {
    return Question.ofMail(
            ticket.isOpenedBy(message) ? ticket.subject() : "",
            message.body(),
            message.html(),
            ticket.language(),
            ticket.group(),
            Question.Audience.AGENTS)
        .askedThrough(ticket.ref().connection().value());
  }
}
