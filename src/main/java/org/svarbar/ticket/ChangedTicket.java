package org.svarbar.ticket;

import java.time.Instant;
import java.util.Objects;

/**
 * A ticket that changed.
 *
 * @param changedAt when it changed last, by the helpdesk's clock; some count whole seconds only
 */
public record ChangedTicket(TicketRef ref, Instant changedAt) {

  public ChangedTicket {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(changedAt, "changedAt");
  }
}
