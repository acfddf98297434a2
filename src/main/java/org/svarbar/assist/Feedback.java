package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.triage.Comparisons;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Outcome;
import org.svarbar.triage.Outcome.LearnedBy;
import org.svarbar.triage.SentReply;
import org.svarbar.triage.Verdicts;

/** Learns from what agents answer to messages for which something was suggested. */
@ApplicationScoped
class Feedback {

  @Inject Verdicts verdicts;
  @Inject Comparisons comparisons;

  /**
   * What the replies so far say; all that agents sent before the requester's next message counts
   * together, so that it does not matter how often and in which order they are told.
   *
   * @param reply id of the agent's message; empty: their last
   * @return empty: nothing had been suggested, or the ticket does not show the reply
   */
  Optional<Reaction> of(Ticket ticket, Optional<String> reply) {
    return answered(ticket, reply).flatMap(message -> of(ticket, message));
  }

  private Optional<Reaction> of(Ticket ticket, Message message) {
    return verdicts
        .find(ticket.ref(), message.id())
        .filter(judged -> judged.entryId().isPresent())
        .filter(judged -> !judged.verdict().assessment().isAutomatic())
        .flatMap(judged -> SentReply.after(message, ticket).map(sent -> outcome(judged, sent)))
        .map(outcome -> new Reaction(outcome, TicketQuestion.of(ticket, message)));
  }

  private Outcome outcome(Judged judged, SentReply sent) {
    return comparisons
        .compare(judged.entryId(), sent, judged.language())
        .outcome(judged, LearnedBy.REPLY, sent.at());
  }

  /** The requester's last message before the reply. */
  private static Optional<Message> answered(Ticket ticket, Optional<String> reply) {
    var all = ticket.messages();
    var until = reply.map(id -> ticket.message(id).map(all::indexOf).orElse(0)).orElse(all.size());
    return all.subList(0, until).reversed().stream().filter(Message::isFromRequester).findFirst();
  }
}
