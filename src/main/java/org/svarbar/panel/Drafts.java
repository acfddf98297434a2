package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.Performed;
import org.svarbar.platform.Sha256;
import org.svarbar.platform.Templates;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketRef;

/**
 * Saves what an agent wrote as the helpdesk's draft. At once and not by the outbox: the agent waits
 * for it, and has the clipboard if it fails.
 */
@ApplicationScoped
class Drafts {

  static final String SAVED = "saved";
  static final String NOT_SUPPORTED = "not-supported";
  static final String FAILED = "failed";

  private static final int HEX_DIGITS = 40;

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;

  /**
   * @param text plain text
   */
  String save(TicketRef ticket, String text) {
    Optional<Connection> via =
        connections.find(ticket.connection()).filter(it -> it.mode() != Connection.Mode.OFF);
    try {
      return via.map(it -> said(helpdesks.of(it).perform(draft(ticket, text), true, it)))
          .orElse(FAILED);
    } catch (HelpdeskUnavailable e) {
      return FAILED;
    }
  }

  private static String said(Performed performed) {
    return switch (performed) {
      case Performed.Done done -> SAVED;
      case Performed.DoneBefore done -> SAVED;
      case Performed.NotSupported no -> NOT_SUPPORTED;
      case Performed.Refused no -> FAILED;
      case Performed.Withheld no -> FAILED;
    };
  }

  /** The same text again is the same draft. */
  private static SaveDraft draft(TicketRef ticket, String text) {
    var named = "panel draft\n" + ticket.connection() + "\n" + ticket.id() + "\n" + text;
    var lines = List.of(text.strip().split("\\R", -1));
    var html = Templates.render("panel/letter.jte", Map.of("lines", lines));
    return new SaveDraft(ticket, Sha256.hex(named).substring(0, HEX_DIGITS), html, text);
  }
}
