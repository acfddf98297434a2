package org.svarbar.platform;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which pieces of work to show.
 *
 * @param connection of this connection; empty: of all
 * @param state in this state; empty: in any
 * @param from that came then or later; empty: whenever
 * @param until that came before; empty: whenever
 */
public record WorkFilter(
    Optional<String> connection,
    Optional<Attempts.State> state,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** How many rows a page has. */
  public static final int PAGE = 50;

  public static final WorkFilter ALL = new WorkFilter(Optional.empty(), Optional.empty());

  public WorkFilter {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** Whenever it came. */
  public WorkFilter(Optional<String> connection, Optional<Attempts.State> state) {
    this(connection, state, Optional.empty(), Optional.empty());
  }

  public WorkFilter in(Attempts.State wanted) {
    return new WorkFilter(connection, Optional.of(wanted), from, until);
  }

  public WorkFilter of(String wanted) {
    return new WorkFilter(Optional.of(wanted), state, from, until);
  }

  /**
   * @param first empty: from the beginning
   * @param end not included; empty: until now
   */
  public WorkFilter between(Optional<Instant> first, Optional<Instant> end) {
    return new WorkFilter(connection, state, first, end);
  }
}
