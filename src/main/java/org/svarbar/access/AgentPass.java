package org.svarbar.access;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.ticket.ConnectionId;

/**
 * The right to open the panel of any ticket of one connection, for a while: what somebody has who
 * may log in as an agent, or whom the helpdesk says to be one.
 *
 * @param agent as the helpdesk or the console names them
 */
public record AgentPass(ConnectionId connection, String agent, Instant expiresAt) {

  public AgentPass {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
