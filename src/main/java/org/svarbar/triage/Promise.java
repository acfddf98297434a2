package org.svarbar.triage;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.ticket.ConnectionId;

/**
 * What an administrator wants to rely on: that of the messages called answerable at least this
 * share gets the right answer.
 *
 * @param group for which it holds; empty: for all that have none of their own
 * @param atLeast 0.5 to 0.999
 */
public record Promise(
    ConnectionId connection,
    String group,
    double atLeast,
    Standing standing,
    double shift,
    Instant decidedAt) {

  public Promise {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(decidedAt, "decidedAt");
  }

  /**
   * Whether the evidence carries it.
   *
   * <p>`cases` were judged above the threshold, `errors` of them wrong; `lowerBound` is surpassed
   * by the true share right in 95 of 100 such cases. It is lower where more unanswerable messages
   * come now than were judged.
   */
  public sealed interface Standing {

    int cases();

    int errors();

    double lowerBound();

    /**
     * It holds.
     *
     * @param threshold the least raw probability that it covers
     */
    record Granted(int cases, int errors, double lowerBound, double threshold)
        implements Standing {}

    /**
     * It cannot be made yet.
     *
     * @param missing how many judged cases more it takes, if no further error comes
     */
    record Refused(int cases, int errors, double lowerBound, int missing) implements Standing {}

    /** It was granted, and what came later spoke against it. */
    record Withdrawn(int cases, int errors, double lowerBound) implements Standing {}
  }

  /** Whether it holds now and takes in a message of this raw probability. */
  public boolean covers(double raw) {
    return standing instanceof Standing.Granted granted && raw >= granted.threshold();
  }
}
