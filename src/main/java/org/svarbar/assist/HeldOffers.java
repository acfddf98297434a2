package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** What agents were offered for requesters' messages. */
@ApplicationScoped
class HeldOffers extends TicketRows {

  HeldOffers() {
    super("offers", "offered_at < :before");
  }
}
