package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.svarbar.assist.Modes.Conduct;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.outbox.LastLook;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.triage.Verdicts;

/**
 * Asks everything again that may have changed since an automatic reply was decided on. Replies that
 * a person told us to send are none of its business.
 */
@ApplicationScoped
class ReplyLook implements LastLook {

  @Inject Helpdesks helpdesks;
  @Inject Modes modes;
  @Inject MasterSwitch master;
  @Inject AutomaticReplies replies;
  @Inject Replying replying;
  @Inject Verdicts verdicts;

  @Override
  public Optional<String> objection(SendReply reply, Connection via) {
    if (!isAutomatic(reply)) {
      return Optional.empty();
    }
    return objection(reply, via, replies.of(reply.ticket())).map(Objection::word);
  }

  private static boolean isAutomatic(SendReply reply) {
    return reply.key().equals(Replying.key(reply.ticket()));
  }

  private Optional<Objection> objection(
      SendReply reply, Connection via, Optional<AutomaticReply> decided) {
    if (master.state() != SwitchState.ON || via.mode() == Mode.OFF) {
      return Optional.of(Objection.SWITCHED_OFF);
    }
    var ticket = helpdesks.of(via).fetch(reply.ticket(), via);
    if (isThere(reply, ticket)) {
      // an earlier attempt had reached the helpdesk, which the adapter finds out
      return Optional.empty();
    }
    return decided
        .map(row -> objection(row, ticket, via))
        .orElse(Optional.of(Objection.MODE_CHANGED));
  }

  private static boolean isThere(SendReply reply, Ticket ticket) {
    var marker = TicketAction.marker(reply.key());
    return ticket.messages().stream()
        .anyMatch(message -> !message.isFromRequester() && message.body().contains(marker));
  }

  private Optional<Objection> objection(AutomaticReply row, Ticket ticket, Connection via) {
    var conduct = modes.of(via, ticket.group());
    if (conduct.mode() != Mode.REPLY) {
      return Optional.of(Objection.MODE_CHANGED);
    }
    return ticket
        .message(row.messageId())
        .map(message -> replying.guards(conduct).against(ticket, message, via))
        .orElse(Optional.of(Objection.NOT_THE_ONLY_MESSAGE))
        .or(() -> withdrawn(row))
        .or(() -> tooMany(row, conduct));
  }

  private Optional<Objection> withdrawn(AutomaticReply row) {
    return verdicts.find(row.ticket(), row.messageId()).filter(replying::isCovered).isPresent()
        ? Optional.empty()
        : Optional.of(Objection.NO_PROMISE);
  }

  private Optional<Objection> tooMany(AutomaticReply row, Conduct conduct) {
    return replying.tooMany(row, conduct.rules());
  }

  /** An agent gets the words that the customer did not get, or no draft was kept of. */
  @Override
  public List<TicketAction> instead(TicketAction left, String why, Connection via) {
    return switch (left) {
      case SendReply reply when isAutomatic(reply) -> {
        var objection = Objection.find(why);
        replies.withhold(reply.ticket(), objection);
        yield List.of(
            new LeftNote(via.noteLanguage())
                .unsent(reply, new NoteText.Draft("", reply.html(), reply.text()), objection));
      }
      case SaveDraft draft when draft.isOfAgent() -> List.of();
      case SaveDraft draft ->
          List.of(
              new LeftNote(via.noteLanguage())
                  .unkept(draft, new NoteText.Draft("", draft.html(), draft.text())));
      case TicketAction other -> List.of();
    };
  }
}
