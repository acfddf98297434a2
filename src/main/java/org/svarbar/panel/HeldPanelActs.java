package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** What agents did in requesters' tickets. */
@ApplicationScoped
class HeldPanelActs extends TicketRows {

  HeldPanelActs() {
    super("panel_acts", "acted_at < :before");
  }
}
