package org.svarbar.outbox;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.platform.Attempts;
import org.svarbar.ticket.TicketRef;

/**
 * An action for an administrator to look at, without its text.
 *
 * @param kind such as `internal-note`
 * @param externalId what the helpdesk calls what was made
 * @param outcome how it ended, in a line; empty while it is open
 * @param correlation what the webhook carries that it follows from; empty: it is older
 */
public record AcceptedAction(
    long id,
    TicketRef ticket,
    String kind,
    String key,
    Instant createdAt,
    Optional<String> externalId,
    Optional<String> outcome,
    Attempts attempts,
    Optional<String> correlation) {

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return attempts.state() == Attempts.State.OPEN;
  }
}
