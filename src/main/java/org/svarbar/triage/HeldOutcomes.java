package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** What became of suggestions for requesters' messages. */
@ApplicationScoped
class HeldOutcomes extends TicketRows {

  HeldOutcomes() {
    super("outcomes", "occurred_at < :before");
  }
}
