package org.svarbar.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Json;
import org.svarbar.platform.Sha256;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/**
 * A change that no webhook told. It is kept as a delivery like those of webhooks, so that it is
 * worked on, shown and replayed as they are.
 */
record UntoldChange(ChangedTicket changed) {

  /** The header by which it is known; {@link KeptHeaders} takes none of this name from webhooks. */
  static final String MARK = "svarbar-poll";

  /** Empty: a webhook. */
  static Optional<UntoldChange> of(WebhookRequest request, ConnectionId connection) {
    return request
        .header(MARK)
        .map(mark -> Json.object(request.text()))
        .map(
            told ->
                new ChangedTicket(
                    new TicketRef(connection, told.getString("ticket")),
                    Instant.parse(told.getString("changedAt"))))
        .map(UntoldChange::new);
  }

  Map<String, String> headers() {
    return Map.of(MARK, "1");
  }

  byte[] body() {
    return told().getBytes(StandardCharsets.UTF_8);
  }

  private String told() {
    return Json.createObjectBuilder()
        .add("ticket", changed.ref().id())
        .add("changedAt", changed.changedAt().toString())
        .build()
        .toString();
  }

  /** The same change always has the same, and no webhook can have it. */
  String contentKey() {
    return Sha256.hex(MARK + "\n" + told());
  }

  /** What must have happened, to judge by who wrote last; empty: nothing that concerns us. */
  Optional<TicketEvent> event(Ticket ticket) {
    return ticket.messages().reversed().stream()
        .filter(message -> !message.internal() && message.author() != Message.Author.SYSTEM)
        .findFirst()
        .flatMap(last -> event(ticket, last));
  }

  private Optional<TicketEvent> event(Ticket ticket, Message last) {
    var id = Optional.of(last.id());
    var at = changed.changedAt();
    return switch (last.author()) {
      case REQUESTER ->
          Optional.of(
              ticket.isOpenedBy(last)
                  ? new TicketEvent.TicketOpened(ticket.ref(), id, at)
                  : new TicketEvent.RequesterReplied(ticket.ref(), id, at));
      case AGENT -> Optional.of(new TicketEvent.AgentReplied(ticket.ref(), id, at));
      case SYSTEM, SVARBAR -> Optional.empty();
    };
  }
}
