package org.svarbar.assist;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.ticket.TicketRef;

/**
 * That a ticket is answered automatically, which it is once at most.
 *
 * @param entryId what it is answered with
 * @param requester a keyed digest of their address
 */
public record AutomaticReply(
    TicketRef ticket, String messageId, long entryId, String requester, Instant decidedAt) {

  public AutomaticReply {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(decidedAt, "decidedAt");
  }
}
