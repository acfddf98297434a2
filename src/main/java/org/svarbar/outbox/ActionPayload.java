package org.svarbar.outbox;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.svarbar.platform.Json;
import org.svarbar.ticket.Attachment;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.OpenTicket;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.ticket.TicketRef;

/** Actions as JSON in a row. A new kind of action breaks the build here, in both directions. */
final class ActionPayload {

  /** Stands in place of an action whose text somebody had erased. */
  static final String ERASED = "{}";

  /** The kind of actions that open a ticket. */
  static final String OPENING = "open-ticket";

  private ActionPayload() {}

  static String kind(TicketAction action) {
    return switch (action) {
      case AddInternalNote note -> "internal-note";
      case SendReply reply -> "reply";
      case SaveDraft draft -> "draft";
      case AddTag tag -> "tag";
      case SetField field -> "field";
      case OpenTicket open -> OPENING;
    };
  }

  static String write(TicketAction action) {
    var json = Json.createObjectBuilder();
    json.add("connection", action.ticket().connection().value());
    json.add("ticket", action.ticket().id());
    json.add("key", action.key());
    return parts(action, json).build().toString();
  }

  private static JsonObjectBuilder parts(TicketAction action, JsonObjectBuilder json) {
    return switch (action) {
      case AddInternalNote note ->
          json.add("subject", note.subject())
              .add("html", note.html())
              .add("text", note.text())
              .add("files", files(note.files()));
      case SendReply reply -> json.add("html", reply.html()).add("text", reply.text());
      case SaveDraft draft -> json.add("html", draft.html()).add("text", draft.text());
      case AddTag tag -> json.add("tag", tag.tag());
      case SetField field -> json.add("name", field.name()).add("value", field.value());
      case OpenTicket open ->
          json.add("group", open.group())
              .add("name", open.requester().name())
              .add("email", open.requester().email())
              .add("subject", open.subject())
              .add("text", open.text());
    };
  }

  private static JsonArrayBuilder files(List<Attachment> files) {
    var all = Json.createArrayBuilder();
    for (var file : files) {
      all.add(
          Json.createObjectBuilder()
              .add("name", file.name())
              .add("type", file.mediaType())
              .add("content", file.content()));
    }
    return all;
  }

  /** Rows from before there were files have none. */
  private static List<Attachment> files(JsonObject json) {
    return json.containsKey("files")
        ? json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
            .map(
                it ->
                    new Attachment(
                        it.getString("name"), it.getString("type"), it.getString("content")))
            .toList()
        : List.of();
  }

  static TicketAction read(String kind, String payload) {
    var json = org.svarbar.platform.Json.object(payload);
    var ticket =
        new TicketRef(new ConnectionId(json.getString("connection")), json.getString("ticket"));
    var key = json.getString("key");
    return switch (kind) {
      case "internal-note" ->
          new AddInternalNote(
              ticket, key, json.getString("subject"), html(json), text(json), files(json));
      case "reply" -> new SendReply(ticket, key, html(json), text(json));
      case "draft" -> new SaveDraft(ticket, key, html(json), text(json));
      case "tag" -> new AddTag(ticket, key, json.getString("tag"));
      case "field" -> new SetField(ticket, key, json.getString("name"), json.getString("value"));
      case OPENING ->
          new OpenTicket(
              ticket,
              key,
              json.getString("group"),
              Person.of("", json.getString("name"), json.getString("email")),
              json.getString("subject"),
              text(json));
      default -> throw new IllegalStateException("an action of unknown kind " + kind);
    };
  }

  private static String html(JsonObject json) {
    return json.getString("html");
  }

  private static String text(JsonObject json) {
    return json.getString("text");
  }
}
