package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.outbox.AcceptedAction;
import org.svarbar.outbox.Actions;
import org.svarbar.outbox.Outbox;
import org.svarbar.platform.Sha256;
import org.svarbar.platform.Templates;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketRef;

/**
 * Has what an agent wrote saved as the helpdesk's draft: by the outbox, so that a node that stops
 * loses nothing and nothing is saved twice. The agent's page asks how it went.
 */
@ApplicationScoped
class Drafts {

  static final String SAVED = "saved";
  static final String WAITING = "waiting";
  static final String NOT_SUPPORTED = "not-supported";
  static final String FAILED = "failed";

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject Outbox outbox;
  @Inject Actions actions;

  /**
   * Stored when it returns; the same press again is the same draft.
   *
   * @param text plain text
   * @param press tells one press of the button from the next
   * @return the draft's key, by which {@link #state} knows it, or why there is none
   */
  @Transactional
  String accept(TicketRef ticket, String text, String press) {
    Optional<Connection> via =
        connections.find(ticket.connection()).filter(it -> it.mode() != Connection.Mode.OFF);
    if (via.isEmpty() || via.get().baseUrl().isEmpty()) {
      return FAILED;
    }
    if (!helpdesks.of(via.get()).keepsDrafts()) {
      return NOT_SUPPORTED;
    }
    var draft = draft(ticket, text, press);
    outbox.accept(List.of(draft));
    return draft.key();
  }

  /** Says, after {@link #accept} has returned, that there is something to do. */
  void begin() {
    outbox.wake();
  }

  /** How it went with the draft of this key. */
  String state(TicketRef ticket, String key) {
    return actions.on(ticket).stream()
        .filter(action -> action.kind().equals("draft") && action.key().equals(key))
        .findFirst()
        .map(Drafts::said)
        .orElse(FAILED);
  }

  private static String said(AcceptedAction action) {
    return switch (action.attempts().state()) {
      case OPEN -> WAITING;
      case DONE -> SAVED;
      case DEAD -> FAILED;
    };
  }

  private static SaveDraft draft(TicketRef ticket, String text, String press) {
    var named = String.join("\n", "draft", ticket.connection().value(), ticket.id(), press, text);
    var lines = List.of(text.strip().split("\\R", -1));
    var html = Templates.render("panel/letter.jte", Map.of("lines", lines));
    return new SaveDraft(ticket, SaveDraft.keyOfAgent(Sha256.hex(named)), html, text);
  }
}
