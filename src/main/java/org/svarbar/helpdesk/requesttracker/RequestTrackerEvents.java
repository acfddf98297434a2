package org.svarbar.helpdesk.requesttracker;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.UnreadableWebhook;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketEvent.Sign;
import org.svarbar.ticket.TicketRef;

/**
 * Reads what our extension sends.
 *
 * @param account the name of our own account
 */
record RequestTrackerEvents(ConnectionId connection, String account) {

  Optional<TicketEvent> read(WebhookRequest request) {
    try {
      var told = Fields.of(request.text());
      var event = text(told, "event");
      var transaction = object(told, "transaction");
      var creator = object(transaction, "creator");
      var ref = ref(object(told, "ticket"));
      var at = told.instant("occurred_at").orElseThrow(() -> missing("occurred_at"));
      return isOurs(told, transaction, creator)
          ? Optional.empty()
          : event(event, told, transaction, ref, at);
    } catch (Json.UnreadableJson e) {
      throw new UnreadableWebhook("not what the Request Tracker extension sends", e);
    }
  }

  /** By account, and by marker for when nobody gave us the account. */
  private boolean isOurs(Fields told, Fields transaction, Fields creator) {
    var isMarked =
        told.object("message")
            .flatMap(message -> message.text("content"))
            .filter(TicketAction::isMarked)
            .isPresent();
    return text(creator, "name").equalsIgnoreCase(account)
        || (isMarked && !transaction.isTrue("by_requestor"));
  }

  /** An event that only a newer extension knows is none of our business. */
  private static Optional<TicketEvent> event(
      String event, Fields told, Fields transaction, TicketRef ref, Instant at) {
    var id = Optional.of(text(transaction, "id"));
    return switch (event) {
      case "ticket.created" -> Optional.of(new TicketEvent.TicketOpened(ref, id, at));
      case "ticket.correspond" -> replied(transaction, ref, id, at);
      case "ticket.queue_changed" ->
          Optional.of(new TicketEvent.GroupChanged(ref, to(told, "queue_change"), at));
      case "ticket.owner_changed" ->
          Optional.of(new TicketEvent.OwnerChanged(ref, to(told, "owner_change"), at));
      case "ticket.status_changed" ->
          Optional.of(new TicketEvent.StatusChanged(ref, to(told, "status_change"), at));
      case "ticket.priority_changed" -> raised(object(told, "priority_change"), ref, at);
      default -> Optional.empty();
    };
  }

  /** RT's own rules escalate by the same number. */
  private static Optional<TicketEvent> raised(Fields change, TicketRef ref, Instant at) {
    var to = text(change, "to");
    return Optional.<TicketEvent>of(new TicketEvent.Escalated(ref, Sign.PRIORITY, to, at))
        .filter(any -> number(to) > number(text(change, "from")));
  }

  private static long number(String priority) {
    return priority.matches("-?[0-9]{1,9}") ? Long.parseLong(priority) : 0;
  }

  /** Who is neither requestor nor agent, such as a colleague in Cc, is on the requestor's side. */
  private static Optional<TicketEvent> replied(
      Fields transaction, TicketRef ref, Optional<String> id, Instant at) {
    var creator = object(transaction, "creator");
    if (text(creator, "name").equalsIgnoreCase("RT_System")) {
      return Optional.empty();
    }
    var isAgent = creator.isTrue("privileged") && !transaction.isTrue("by_requestor");
    return Optional.of(
        isAgent
            ? new TicketEvent.AgentReplied(ref, id, at)
            : new TicketEvent.RequesterReplied(ref, id, at));
  }

  private TicketRef ref(Fields ticket) {
    return ticket
        .text("id")
        .filter(RequestTracker::isNumber)
        .map(id -> new TicketRef(connection, id))
        .orElseThrow(() -> missing("ticket.id"));
  }

  private static String to(Fields told, String change) {
    return text(object(told, change), "to");
  }

  private static Fields object(Fields fields, String name) {
    return fields.object(name).orElseThrow(() -> missing(name));
  }

  private static String text(Fields fields, String name) {
    return fields.text(name).orElseThrow(() -> missing(name));
  }

  private static UnreadableWebhook missing(String name) {
    return new UnreadableWebhook("not what the Request Tracker extension sends: no " + name);
  }
}
