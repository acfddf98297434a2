package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** What triage said of requesters' messages. */
@ApplicationScoped
class HeldVerdicts extends TicketRows {

  HeldVerdicts() {
    super("verdicts", "judged_at < :before");
  }
}
