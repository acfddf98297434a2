package org.svarbar.platform;

import java.util.Objects;
import java.util.Optional;

/**
 * Which pieces of work to show.
 *
 * @param connection of this connection; empty: of all
 * @param state in this state; empty: in any
 */
public record WorkFilter(Optional<String> connection, Optional<Attempts.State> state) {

  /** How many rows a page has. */
  public static final int PAGE = 50;

  public static final WorkFilter ALL = new WorkFilter(Optional.empty(), Optional.empty());

  public WorkFilter {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(state, "state");
  }

  public WorkFilter in(Attempts.State wanted) {
    return new WorkFilter(connection, Optional.of(wanted));
  }

  public WorkFilter of(String wanted) {
    return new WorkFilter(Optional.of(wanted), state);
  }
}
