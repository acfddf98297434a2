package org.svarbar.assist;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Judged;

/**
 * What is done about a webhook.
 *
 * @param event what happened, in our words; empty if it is not our business
 * @param ticketId the helpdesk's identifier; empty if it is not our business
 * @param outcome one line for the administrator: what was decided and why
 * @param judged what triage says of the message, if it is one to answer
 * @param offer what agents are offered for it
 * @param learned what became of an earlier suggestion
 * @param reply that the customer is answered automatically, if they are
 * @param requester who wrote the message that was judged
 * @param gone a ticket that the helpdesk has deleted: what is held of it goes, too
 */
public record Decision(
    String event,
    String ticketId,
    String outcome,
    List<TicketAction> actions,
    Optional<Judged> judged,
    Optional<Offer> offer,
    Optional<Reaction> learned,
    Optional<AutomaticReply> reply,
    Person requester,
    Optional<TicketRef> gone) {

  public Decision {
    actions = List.copyOf(actions);
  }

  /** The verdict in a word, if there is one. */
  public Optional<String> verdict() {
    return judged.map(it -> it.verdict().word());
  }

  /** Of which nothing is learned, and which answers nobody. */
  Decision(
      String event,
      String ticketId,
      String outcome,
      List<TicketAction> actions,
      Optional<Judged> judged) {
    this(
        event,
        ticketId,
        outcome,
        actions,
        judged,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Person.UNKNOWN,
        Optional.empty());
  }

  /** The same, and these as well. */
  Decision and(String what, List<TicketAction> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = Stream.concat(actions.stream(), more.stream()).toList();
    return new Decision(
        event,
        ticketId,
        outcome + "; " + what,
        all,
        judged,
        offer,
        learned,
        reply,
        requester,
        gone);
  }

  /** The same, less what is there. */
  Decision without(Predicate<TicketAction> isThere) {
    var missing = actions.stream().filter(isThere.negate()).toList();
    if (missing.size() == actions.size()) {
      return this;
    }
    return new Decision(
        event,
        ticketId,
        outcome + "; the note is there already",
        missing,
        judged,
        offer,
        learned,
        reply,
        requester,
        gone);
  }

  /** The same, with what agents are offered for the message. */
  Decision offering(JudgedMessage found) {
    return new Decision(
        event,
        ticketId,
        outcome,
        actions,
        judged,
        Optional.of(Offer.of(found)),
        learned,
        reply,
        found.ticket().requester(),
        gone);
  }

  Decision learning(Reaction found) {
    return new Decision(
        event,
        ticketId,
        outcome,
        actions,
        judged,
        offer,
        Optional.of(found),
        reply,
        requester,
        gone);
  }

  Decision erasing(TicketRef deleted) {
    return new Decision(
        event,
        ticketId,
        outcome,
        actions,
        judged,
        offer,
        learned,
        reply,
        requester,
        Optional.of(deleted));
  }

  Decision replying(AutomaticReply row) {
    return new Decision(
        event,
        ticketId,
        outcome,
        actions,
        judged,
        offer,
        learned,
        Optional.of(row),
        requester,
        gone);
  }

  /** For a webhook that concerns us in nothing, such as the echo of our own note. */
  public static Decision notOurs() {
    return new Decision("", "", "not our business", List.of(), Optional.empty());
  }
}
