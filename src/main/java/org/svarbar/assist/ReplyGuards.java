package org.svarbar.assist;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.selfservice.TriedAnswers.Tried;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Verdict;

/** What must be true of a ticket, a message and an answer before it goes out unseen. */
record ReplyGuards(ReplyRules rules, ZonedDateTime now) {

  /** Later, a person has often begun to work on it, and the customer has given up waiting. */
  private static final Duration LATEST = Duration.ofHours(4);

  /**
   * About message and answer.
   *
   * @param isCovered whether a promise that holds takes the message in
   */
  Optional<Objection> against(
      Judged judged, Suggested suggested, TriedAnswers tried, boolean isCovered) {
    var assessment = judged.verdict().assessment();
    if (assessment.isForPersonsOnly()) {
      return Optional.of(Objection.FOR_A_PERSON);
    }
    if (!(judged.verdict() instanceof Verdict.Answerable) || suggested.suggestions().isEmpty()) {
      return Optional.of(Objection.NOT_ANSWERABLE);
    }
    if (!isCovered) {
      return Optional.of(Objection.NO_PROMISE);
    }
    return against(suggested.suggestions().getFirst(), judged, tried).or(this::againstNow);
  }

  private Optional<Objection> against(Suggestion answer, Judged judged, TriedAnswers tried) {
    if (!answer.isPublic()) {
      return Optional.of(Objection.NOT_PUBLIC);
    }
    if (!answer.language().equals(judged.language())) {
      return Optional.of(Objection.OTHER_LANGUAGE);
    }
    if (!rules.speaks(judged.language())) {
      return Optional.of(Objection.LANGUAGE);
    }
    return tried
        .spent(answer)
        .map(read -> Objection.READ_BEFORE)
        .or(() -> tried.failed().filter(Tried::isInVain).map(no -> Objection.SELF_SERVICE_FAILED));
  }

  private Optional<Objection> againstNow() {
    return rules.include(now) ? Optional.empty() : Optional.of(Objection.HOURS);
  }

  /** About the ticket as it is at this moment. */
  Optional<Objection> against(Ticket ticket, Message message, Connection via) {
    if (message.createdAt().plus(LATEST).isBefore(now.toInstant())) {
      return Optional.of(Objection.LATE);
    }
    if (ticket.messages().stream().anyMatch(it -> it.author() == Author.AGENT)
        || !ticket.closedAt().isEmpty()) {
      return Optional.of(Objection.AGENT_ACTIVE);
    }
    if (ticket.owner().isPresent()) {
      return Optional.of(Objection.OWNED);
    }
    if (!ticket.isOpenedBy(message)
        || ticket.latestFromRequester().filter(message::equals).isEmpty()) {
      return Optional.of(Objection.NOT_THE_ONLY_MESSAGE);
    }
    return isReachable(ticket, message, via) ? Optional.empty() : Optional.of(Objection.NO_ADDRESS);
  }

  /** The reply goes to the requester; nobody else's message is answered so. */
  private static boolean isReachable(Ticket ticket, Message message, Connection via) {
    var to = ticket.requester().email();
    var by = message.by().email();
    return to.contains("@")
        && !via.isOurs(to)
        && (by.isEmpty() || Person.comparable(by).equals(Person.comparable(to)));
  }
}
