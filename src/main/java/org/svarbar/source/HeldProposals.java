package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** Entries that requesters' tickets suggest. */
@ApplicationScoped
class HeldProposals extends TicketRows {

  HeldProposals() {
    super("proposals", "state <> 'OPEN' and created_at < :before");
  }
}
