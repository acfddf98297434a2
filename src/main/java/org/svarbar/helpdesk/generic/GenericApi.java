package org.svarbar.helpdesk.generic;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.OpenTicket;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketAction.SetField;

/** The calls of `docs/helpdesks/generic.md`, below one connection's base address. */
final class GenericApi {

  /** An end to a list that has none. */
  private static final int MOST_PAGES = 10_000;

  private final HelpdeskCalls calls;
  private final Connection via;

  GenericApi(OutboundHttp http, Clock clock, Connection via) {
    this.calls = new HelpdeskCalls(http, clock, Set.of(401));
    this.via = via;
  }

  Optional<Fields> ping() {
    return calls.read(authorized(OutboundCall.get(via.at("ping"))), Fields::of);
  }

  Optional<Fields> ticket(String id) {
    return calls.read(authorized(OutboundCall.get(via.at("tickets/{}", id))), Fields::of);
  }

  /** The tickets' identifiers, page by page as they are asked for. */
  Stream<Fields> changedSince(Instant since) {
    return Stream.iterate(
            page(since, ""),
            page -> page.isPresent(),
            page -> page.get().text("next").flatMap(next -> page(since, next)))
        .limit(MOST_PAGES)
        .flatMap(page -> page.map(it -> it.objects("tickets")).orElse(List.of()).stream());
  }

  private Optional<Fields> page(Instant since, String after) {
    var address =
        after.isEmpty()
            ? via.at("tickets?changedSince={}", since.toString())
            : via.at("tickets?changedSince={}&after={}", since.toString(), after);
    return calls.read(authorized(OutboundCall.get(address)), Fields::of);
  }

  /** The ticket that was opened by this key. */
  Optional<Fields> opened(String key) {
    return calls.read(authorized(OutboundCall.get(via.at("tickets?key={}", key))), Fields::of);
  }

  OutboundReply write(TicketAction action) {
    var body = new HashMap<String, Object>(content(action));
    body.put("key", action.key());
    var call = OutboundCall.json(method(action), address(action), Json.write(body));
    return calls.send(authorized(call).with("Idempotency-Key", action.key()));
  }

  private static String method(TicketAction action) {
    return switch (action) {
      case AddInternalNote note -> "POST";
      case SendReply reply -> "POST";
      case AddTag tag -> "POST";
      case OpenTicket open -> "POST";
      case SaveDraft draft -> "PUT";
      case SetField field -> "PUT";
    };
  }

  private URI address(TicketAction action) {
    var ticket = action.ticket().id();
    return switch (action) {
      case AddInternalNote note -> via.at("tickets/{}/notes", ticket);
      case SendReply reply -> via.at("tickets/{}/replies", ticket);
      case AddTag tag -> via.at("tickets/{}/tags", ticket);
      case SaveDraft draft -> via.at("tickets/{}/draft", ticket);
      case SetField field -> via.at("tickets/{}/fields/{}", ticket, field.name());
      case OpenTicket open -> via.at("tickets");
    };
  }

  private static Map<String, Object> content(TicketAction action) {
    return switch (action) {
      case AddInternalNote note -> note(note);
      case SendReply reply -> Map.of("html", reply.html(), "text", reply.text(), "internal", false);
      case AddTag tag -> Map.of("tag", tag.tag());
      case SaveDraft draft -> Map.of("html", draft.html(), "text", draft.text());
      case SetField field -> Map.of("value", field.value());
      case OpenTicket open -> opening(open);
    };
  }

  private static Map<String, Object> opening(OpenTicket open) {
    var requester = Map.of("name", open.requester().name(), "email", open.requester().email());
    return Map.of(
        "group",
        open.group(),
        "requester",
        requester,
        "subject",
        open.subject(),
        "text",
        open.text());
  }

  private static Map<String, Object> note(AddInternalNote note) {
    var content = new HashMap<String, Object>();
    content.put("subject", note.subject());
    content.put("html", note.html());
    content.put("text", note.text());
    content.put("internal", true);
    if (!note.files().isEmpty()) {
      content.put("files", note.files());
    }
    return content;
  }

  private OutboundCall authorized(OutboundCall call) {
    return via.credential().isBlank()
        ? call
        : call.with("Authorization", "Bearer " + via.credential().strip());
  }
}
