package org.svarbar.helpdesk;

import java.time.Duration;
import java.util.Optional;

/**
 * The helpdesk could not be reached, or answered with a fault of its own: trying later may help.
 */
public final class HelpdeskUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  public HelpdeskUnavailable(String what, Optional<Duration> retryAfter, Throwable cause) {
    super(what, cause);
    this.retryAfter = retryAfter;
  }

  public HelpdeskUnavailable(String what, Optional<Duration> retryAfter) {
    this(what, retryAfter, null);
  }

  /** How long the helpdesk asked us to wait. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
