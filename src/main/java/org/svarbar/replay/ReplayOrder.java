package org.svarbar.replay;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.ticket.ConnectionId;

/**
 * What is to be replayed.
 *
 * @param from tickets that changed last at or after this
 * @param until and before this
 * @param most tickets, 1 to 50,000
 * @param strict whether what came with its source's first import counts only from then on
 */
public record ReplayOrder(
    ConnectionId connection, Instant from, Instant until, int most, boolean strict) {

  /** The most tickets of one replay. */
  public static final int MOST = 50_000;

  public ReplayOrder {
    Objects.requireNonNull(connection, "connection");
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from: is not before until");
    }
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("most: is not 1 to " + MOST);
    }
  }
}
