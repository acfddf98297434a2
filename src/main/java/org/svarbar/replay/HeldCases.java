package org.svarbar.replay;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** Cases of replays. */
@ApplicationScoped
class HeldCases extends TicketRows {

  HeldCases() {
    super(
        "replay_cases",
        "replay_id in (select r.id from replays r where r.created_at < :before)",
        "ticket_id = :ticket and replay_id in"
            + " (select r.id from replays r where r.connection_id = :connection)");
  }
}
