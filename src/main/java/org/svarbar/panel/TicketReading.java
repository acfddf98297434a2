package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** Reads tickets where it is good to have them, and no harm not to. */
@ApplicationScoped
class TicketReading {

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;

  /** Empty: the helpdesk does not show it now. */
  Optional<Ticket> find(TicketRef ticket) {
    try {
      return connections.find(ticket.connection()).map(via -> helpdesks.of(via).fetch(ticket, via));
    } catch (TicketMissing | HelpdeskUnavailable e) {
      return Optional.empty();
    }
  }
}
