package org.svarbar.helpdesk.requesttracker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.platform.OutboundReply;
import org.svarbar.ticket.Attachment;
import org.svarbar.ticket.TicketAction;

/** What we do to a ticket, in RT's words. */
record RequestTrackerActions(RequestTrackerApi api, RequestTrackerReading reading) {

  Performed perform(TicketAction action, boolean again) {
    if (action instanceof TicketAction.OpenTicket open) {
      return open(open, again);
    }
    if (!RequestTracker.isNumber(action.ticket().id())) {
      return new Performed.Refused("Request Tracker's tickets have numbers");
    }
    return switch (action) {
      case TicketAction.AddInternalNote note ->
          again && isThere(note) ? new Performed.DoneBefore() : add(note);
      case TicketAction.SendReply reply ->
          again && isThere(reply) ? new Performed.DoneBefore() : send(reply);
      // the same value may be written as often as one likes
      case TicketAction.SetField field -> set(field);
      case TicketAction.SaveDraft draft ->
          new Performed.NotSupported("Request Tracker has no drafts");
      case TicketAction.OpenTicket open -> open(open, again);
      case TicketAction.AddTag tag -> new Performed.NotSupported("Request Tracker has no tags");
    };
  }

  private Performed open(TicketAction.OpenTicket open, boolean again) {
    var there = again ? opened(open) : Optional.<String>empty();
    if (there.isPresent()) {
      return new Performed.Opened(there.get(), there.get());
    }
    var reply = api.open(ticket(open));
    if (!reply.isSuccess()) {
      return new Performed.Refused(
          "Request Tracker opened no ticket in the queue "
              + open.group()
              + ": there is none of this name, or our account lacks the right CreateTicket ("
              + reply
              + ")");
    }
    var number = lastPart(reply);
    if (!RequestTracker.isNumber(number)) {
      throw new HelpdeskUnavailable("the new ticket has no number", Optional.empty());
    }
    return new Performed.Opened(number, number);
  }

  private static Map<String, Object> ticket(TicketAction.OpenTicket open) {
    return Map.of(
        "Queue",
        open.group(),
        "Requestor",
        open.requester().email(),
        "Subject",
        open.subject(),
        "ContentType",
        "text/plain",
        "Content",
        open.text());
  }

  private Optional<String> opened(TicketAction.OpenTicket open) {
    var marker = TicketAction.openingMarker(open.key());
    return api.opened(reading.account(), open.requester().email()).stream()
        .flatMap(ticket -> ticket.text("id").stream())
        .filter(number -> reading.isWritten(number, marker))
        .findFirst();
  }

  private static String lastPart(OutboundReply reply) {
    var made = reply.header("location").orElse("");
    return made.substring(made.lastIndexOf('/') + 1);
  }

  private boolean isThere(TicketAction action) {
    return reading.isWritten(action.ticket().id(), TicketAction.marker(action.key()));
  }

  private Performed add(TicketAction.AddInternalNote note) {
    var message = new HashMap<String, Object>();
    message.put("Subject", note.subject());
    message.put("Content", note.html());
    message.put("ContentType", "text/html");
    if (!note.files().isEmpty()) {
      message.put("Attachments", note.files().stream().map(RequestTrackerActions::file).toList());
    }
    return outcome(api.addMessage(note.ticket().id(), "comment", message));
  }

  private static Map<String, String> file(Attachment file) {
    return Map.of(
        "FileName",
        file.name(),
        "FileType",
        file.mediaType(),
        "FileContent",
        Base64.getEncoder().encodeToString(file.content().getBytes(UTF_8)));
  }

  /** RT takes the ticket's subject where none is given. */
  private Performed send(TicketAction.SendReply reply) {
    var message = Map.of("Content", reply.html(), "ContentType", "text/html");
    return outcome(api.addMessage(reply.ticket().id(), "correspond", message));
  }

  /** RT says 200 whether it has set the field or not; what the ticket then holds tells. */
  private Performed set(TicketAction.SetField field) {
    var reply = api.setField(field.ticket().id(), field.name(), field.value());
    if (!reply.isSuccess()) {
      return outcome(reply);
    }
    var isSet =
        api.ticketByAnyNumber(field.ticket().id()).stream()
            .flatMap(ticket -> ticket.objects("CustomFields").stream())
            .filter(each -> each.text("name").equals(Optional.of(field.name())))
            .anyMatch(each -> each.texts("values").contains(field.value()));
    return isSet
        ? new Performed.Done("")
        : new Performed.Refused(
            "Request Tracker did not set the custom field: the queue has none of this name, it"
                + " takes other values, or our account lacks SeeCustomField or ModifyCustomField");
  }

  private static Performed outcome(OutboundReply reply) {
    if (reply.isSuccess()) {
      return new Performed.Done(lastPart(reply));
    }
    return new Performed.Refused(
        switch (reply.status()) {
          case 400 ->
              "Request Tracker has no such ticket, or our account lacks the right to write in it:"
                  + " CommentOnTicket for notes, ReplyToTicket for replies (HTTP 400)";
          case 404 -> "Request Tracker has no such ticket (HTTP 404)";
          default -> "Request Tracker said no (" + reply + ")";
        });
  }
}
