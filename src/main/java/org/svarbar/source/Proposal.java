package org.svarbar.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/**
 * An entry that a solved ticket suggests, without personal identifiers. It is used for nothing
 * until a person approves it.
 *
 * @param source the name of the source that found it, which an approved entry gets
 * @param answer plain text
 */
public record Proposal(
    long id,
    String source,
    TicketRef ticket,
    Locale language,
    Optional<String> group,
    String question,
    String answer,
    State state,
    Instant createdAt) {

  /** What became of it. */
  public enum State {
    OPEN,
    APPROVED,
    REJECTED
  }
}
