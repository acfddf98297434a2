package org.svarbar.helpdesk.generic;

import static org.svarbar.helpdesk.generic.GenericTicket.required;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.UnreadableWebhook;
import org.svarbar.helpdesk.generic.GenericTicket.IncompleteTicket;
import org.svarbar.platform.Json;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketEvent.Escalated;
import org.svarbar.ticket.TicketEvent.Sign;
import org.svarbar.ticket.TicketRef;

/** Reads an event as `docs/helpdesks/generic.md` has it. */
record GenericEvents(Connection via) {

  /**
   * @return empty when the event is of a type that we do not know, or about a message that is
   *     nothing to us
   */
  Optional<TicketEvent> read(String body) {
    try {
      var event = Fields.of(body);
      var type = required(event.text("type"), "a type");
      return switch (type) {
        case "ticket.created",
            "message.created",
            "ticket.updated",
            "ticket.escalated",
            "ticket.handed_over" ->
            read(type, event);
        default -> Optional.empty();
      };
    } catch (Json.UnreadableJson | IncompleteTicket e) {
      throw new UnreadableWebhook("not an event of the generic connection: " + e.getMessage(), e);
    }
  }

  private Optional<TicketEvent> read(String type, Fields event) {
    var at = required(event.instant("timestamp"), "a timestamp");
    var data = required(event.object("data"), "an object data");
    var fields = required(data.object("ticket"), "a ticket");
    var ticket = GenericTicket.ref(fields, via);
    if (type.equals("ticket.updated")) {
      return data.object("change").flatMap(change -> changed(ticket, change, at));
    }
    if (type.equals("ticket.escalated")) {
      return Optional.of(new Escalated(ticket, Sign.RULE, data.text("reason").orElse(""), at));
    }
    if (type.equals("ticket.handed_over")) {
      return Optional.of(new Escalated(ticket, Sign.BOT, "", at));
    }
    var told = fields.objects("messages");
    var snapshot =
        told.isEmpty() ? Optional.<Ticket>empty() : Optional.of(GenericTicket.ticket(fields, via));
    var message = data.object("message");
    if (type.equals("ticket.created")) {
      return written(ticket, message.or(() -> told.stream().findFirst()), at, snapshot, true);
    }
    required(message, "the message that was created");
    return written(ticket, message, at, snapshot, false);
  }

  private Optional<TicketEvent> written(
      TicketRef ticket,
      Optional<Fields> message,
      Instant at,
      Optional<Ticket> snapshot,
      boolean opens) {
    if (message.isEmpty()) {
      return Optional.of(new TicketEvent.TicketOpened(ticket, Optional.empty(), at, snapshot));
    }
    var id = Optional.of(required(message.get().text("id"), "the message's id"));
    if (message.get().isTrue("internal") || isInternal(snapshot, id.get())) {
      return Optional.empty();
    }
    return switch (GenericTicket.author(message.get(), via)) {
      case REQUESTER ->
          Optional.of(
              opens
                  ? new TicketEvent.TicketOpened(ticket, id, at, snapshot)
                  : new TicketEvent.RequesterReplied(ticket, id, at, snapshot));
      case AGENT -> Optional.of(new TicketEvent.AgentReplied(ticket, id, at));
      case SYSTEM, SVARBAR -> Optional.empty();
    };
  }

  /** What the event says twice may say more in one of the places. */
  private static boolean isInternal(Optional<Ticket> snapshot, String message) {
    return snapshot
        .flatMap(ticket -> ticket.message(message))
        .filter(it -> it.internal())
        .isPresent();
  }

  private static Optional<TicketEvent> changed(TicketRef ticket, Fields change, Instant at) {
    return change
        .text("group")
        .<TicketEvent>map(to -> new TicketEvent.GroupChanged(ticket, to, at))
        .or(() -> change.text("owner").map(to -> new TicketEvent.OwnerChanged(ticket, to, at)))
        .or(() -> change.text("status").map(to -> new TicketEvent.StatusChanged(ticket, to, at)))
        .or(() -> change.text("priority").map(to -> new Escalated(ticket, Sign.PRIORITY, to, at)))
        .or(() -> change.text("tag").map(to -> new Escalated(ticket, Sign.TAG, to, at)));
  }
}
