package org.svarbar.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Backoff;
import org.svarbar.platform.CircuitBreaker;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundRefused;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.redaction.Redaction;

/**
 * What follows when a piece of work failed: another try after a while, or a dead letter. What
 * somebody can mend in the meantime (a server that is down, an address not yet allowed) is tried
 * for long; what is our own fault only a few times.
 */
public final class RetryPolicy {

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration TICKET_MISSING_FOR = Duration.ofMinutes(10);
  private static final int OWN_FAULTS = 8;

  private final Clock clock;
  private final DoubleSupplier chance;
  private final Duration giveUpAfter;
  private final Backoff backoff = new Backoff(FIRST, LONGEST);

  /**
   * @param chance gives numbers from 0 (inclusive) to 1 (exclusive)
   * @param giveUpAfter how long what others can mend is tried
   */
  public RetryPolicy(Clock clock, DoubleSupplier chance, Duration giveUpAfter) {
    this.clock = clock;
    this.chance = chance;
    this.giveUpAfter = giveUpAfter;
  }

  /**
   * What follows; `error` says what went wrong, for the row and the log, without personal
   * identifiers.
   */
  public sealed interface Next {

    String error();

    /** Writes it into the row. */
    default void record(Attempts attempts, Instant now) {
      switch (this) {
        case TryAgain again -> attempts.failed(again.error(), now, again.pause());
        case GiveUp giveUp -> attempts.gaveUp(giveUp.error(), now);
      }
    }

    /** For measures: what happens next. */
    default String inAWord() {
      return switch (this) {
        case TryAgain again -> "again";
        case GiveUp giveUp -> "dead";
      };
    }

    /** For the log: what went wrong and what happens next. */
    default String inWords() {
      return switch (this) {
        case TryAgain again -> "tries again in " + again.pause() + ": " + again.error();
        case GiveUp giveUp -> "given up, waits among the dead letters: " + giveUp.error();
      };
    }

    /** Try again after `pause`. */
    record TryAgain(Duration pause, String error) implements Next {}

    /** Trying is of no use any more. */
    record GiveUp(String error) implements Next {}
  }

  /** The cause as a log may show it: without personal identifiers in its messages. */
  public static Throwable forLog(Throwable cause) {
    return Redaction.forLog(cause);
  }

  /** Decides after a try that ended with `cause`. */
  public Next after(Throwable cause, Attempts attempts) {
    return switch (cause) {
      case UnreadableWebhook unreadable -> new Next.GiveUp(said(unreadable));
      case HelpdeskUnavailable later -> again(later, attempts, giveUpAfter, later.retryAfter());
      case TicketMissing missing -> again(missing, attempts, TICKET_MISSING_FOR, Optional.empty());
      case OutboundFailed failed -> again(failed, attempts, giveUpAfter, Optional.empty());
      case OutboundRefused refused -> again(refused, attempts, giveUpAfter, Optional.empty());
      case SearchUnavailable down -> again(down, attempts, giveUpAfter, Optional.empty());
      default ->
          attempts.count() >= OWN_FAULTS
              ? new Next.GiveUp(said(cause))
              : new Next.TryAgain(pause(attempts), said(cause));
    };
  }

  /**
   * What a failed try says of others: that this connection's helpdesk is away, or the search that
   * all need.
   */
  public static void tell(CircuitBreaker breaker, String connection, Throwable cause) {
    switch (cause) {
      case HelpdeskUnavailable away -> breaker.failed(connection);
      case OutboundFailed away -> breaker.failed(connection);
      case SearchUnavailable away -> breaker.failed(CircuitBreaker.ALL);
      default -> {
        // it says something of this piece of work alone
      }
    }
  }

  /** What a try says that succeeded. */
  public static void tell(CircuitBreaker breaker, String connection) {
    breaker.succeeded(connection);
    breaker.succeeded(CircuitBreaker.ALL);
  }

  private Next again(Throwable cause, Attempts attempts, Duration most, Optional<Duration> asked) {
    if (attempts.openSince().plus(most).isBefore(clock.instant())) {
      return new Next.GiveUp(said(cause));
    }
    var own = pause(attempts);
    var pause = asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
    return new Next.TryAgain(pause, said(cause));
  }

  private Duration pause(Attempts attempts) {
    return backoff.after(attempts.count(), chance.getAsDouble());
  }

  private static String said(Throwable cause) {
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName()
        : Redaction.forLog(cause.getMessage());
  }
}
