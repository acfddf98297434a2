package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** That requesters were answered automatically. */
@ApplicationScoped
class HeldAutomaticReplies extends TicketRows {

  HeldAutomaticReplies() {
    super("automatic_replies", "decided_at < :before");
  }
}
