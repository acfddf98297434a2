package org.svarbar.access;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.ticket.TicketRef;

/**
 * The right to see what is known about one ticket, and to work with it, for a while.
 *
 * @param agent who has it, as the helpdesk or the console names them; empty: whoever has the link
 */
public record TicketPass(TicketRef ticket, String agent, Instant expiresAt) {

  private static final int LONGEST_AGENT = 200;

  public TicketPass {
    Objects.requireNonNull(ticket, "ticket");
    agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
