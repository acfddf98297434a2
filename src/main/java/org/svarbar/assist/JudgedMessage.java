package org.svarbar.assist;

import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggested;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Reason;

/**
 * A message of a requester and all that is known about answering it.
 *
 * @param tried what the customer had read before they wrote
 */
record JudgedMessage(
    Ticket ticket, Message message, Suggested suggested, TriedAnswers tried, Judged judged) {

  JudgedMessage because(Reason reason) {
    return new JudgedMessage(ticket, message, suggested, tried, judged.because(reason));
  }
}
