package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.assist.Assist;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.ticket.TicketRef;

/** Judges a ticket that came before its helpdesk was connected; writes nothing into it. */
@ApplicationScoped
class LateLook {

  private static final String NOTHING = "look.nothing";

  @Inject Connections connections;
  @Inject Assist assist;

  /**
   * @return the key of why there is nothing new to see; empty: there is
   */
  Optional<String> at(TicketRef ticket) {
    try {
      var decision =
          connections
              .find(ticket.connection())
              .filter(via -> via.mode() != Connection.Mode.OFF)
              .flatMap(via -> assist.look(ticket, via));
      decision.ifPresent(assist::carryOut);
      return decision.isPresent() ? Optional.empty() : Optional.of(NOTHING);
    } catch (TicketMissing e) {
      return Optional.of(NOTHING);
    } catch (HelpdeskUnavailable | SearchUnavailable e) {
      return Optional.of("look.unavailable");
    }
  }
}
