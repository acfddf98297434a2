package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Comparison;
import org.svarbar.triage.Comparisons;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Outcome;
import org.svarbar.triage.Outcome.LearnedBy;
import org.svarbar.triage.SentReply;
import org.svarbar.triage.Verdicts;

/**
 * Learns from what becomes of messages for which something was suggested: what agents answer, and,
 * with less certainty than counts as judged, that they change the verdict's tag or that the
 * requester comes back.
 */
@ApplicationScoped
class Feedback {

  @Inject Verdicts verdicts;
  @Inject Comparisons comparisons;
  @Inject AutomaticReplies replies;

  /** A changed tag is about the verdict, and may mean more than the suggestion. */
  private static final double OF_A_TAG = 0.6;

  /** Who comes back to a closed ticket may also do so to say thank you. */
  private static final double OF_COMING_BACK = 0.4;

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
        .map(outcome -> new Reaction(outcome, Optional.of(TicketQuestion.of(ticket, message))));
  }

  private Outcome outcome(Judged judged, SentReply sent) {
    return comparisons
        .compare(judged.entryId(), sent, judged.language())
        .outcome(judged, LearnedBy.REPLY, sent.at());
  }

  /**
   * What a tag says that somebody gave the ticket: that the first suggestion for its last message
   * is right after all, or is not.
   *
   * @return empty: it is none of ours or says what we said, or nothing had been suggested
   */
  Optional<Reaction> tagged(TicketRef ticket, String tag, Instant at) {
    var known = verdicts.of(ticket);
    var word = tag.startsWith(VerdictActions.TAG) ? tag.substring(VerdictActions.TAG.length()) : "";
    if (known.stream().anyMatch(it -> it.verdict().word().equals(word))) {
      // our own, also one of an earlier message that is told late
      return Optional.empty();
    }
    return known.stream()
        .findFirst()
        .filter(it -> it.entryId().isPresent())
        .flatMap(
            it ->
                switch (word) {
                  case "answerable" -> Optional.of(tagged(it, true, at));
                  case "person" -> Optional.of(tagged(it, false, at));
                  default -> Optional.empty();
                });
  }

  private static Reaction tagged(Judged judged, boolean isRight, Instant at) {
    var outcome = Outcome.of(judged, LearnedBy.TAG, isRight, 0, OF_A_TAG, at);
    return new Reaction(outcome, Optional.empty());
  }

  /**
   * What it says that the requester writes again: that the first suggestion, which they had been
   * sent, did not help.
   *
   * @return empty: the ticket had not been closed before, or they had been sent something else
   */
  Optional<Reaction> reopened(Ticket ticket, Message message) {
    return ticket.isReopenedBy(message)
        ? ticket.before(message).reversed().stream()
            .filter(Message::isFromRequester)
            .findFirst()
            .flatMap(earlier -> verdicts.find(ticket.ref(), earlier.id()))
            .filter(judged -> wasSent(judged, ticket))
            .map(
                judged ->
                    Outcome.of(
                        judged, LearnedBy.REOPENED, false, 0, OF_COMING_BACK, message.createdAt()))
            .map(outcome -> new Reaction(outcome, Optional.empty()))
        : Optional.empty();
  }

  private boolean wasSent(Judged judged, Ticket ticket) {
    return judged.entryId().isPresent()
        && (replies.hasAnswered(ticket.ref(), judged.messageId())
            || ticket
                .message(judged.messageId())
                .flatMap(asked -> SentReply.after(asked, ticket))
                .map(sent -> comparisons.compare(judged.entryId(), sent, judged.language()))
                .filter(compared -> compared.result() == Comparison.Result.RIGHT)
                .isPresent());
  }

  /** The requester's last message before the reply. */
  private static Optional<Message> answered(Ticket ticket, Optional<String> reply) {
    var all = ticket.messages();
    var until = reply.map(id -> ticket.message(id).map(all::indexOf).orElse(0)).orElse(all.size());
    return all.subList(0, until).reversed().stream().filter(Message::isFromRequester).findFirst();
  }
}
