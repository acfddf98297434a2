package org.svarbar.triage;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;

/**
 * Which messages are counted.
 *
 * @param from the first moment
 * @param until the first moment that does not count any more
 * @param connection empty: all
 * @param group of the ticket; empty: all
 * @param language of the message; empty: all
 */
public record FigureChoice(
    Instant from,
    Instant until,
    Optional<ConnectionId> connection,
    Optional<String> group,
    Optional<Locale> language) {

  public FigureChoice {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(language, "language");
  }

  /** The same at another time. */
  public FigureChoice at(Instant from, Instant until) {
    return new FigureChoice(from, until, connection, group, language);
  }
}
