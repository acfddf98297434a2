package org.svarbar.triage;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.triage.Outcome.LearnedBy;

/**
 * What is known of the first suggestion for one message, from all outcomes of that message.
 *
 * @param raw what the shipped model said, 0 to 1
 * @param standing whether it was right
 * @param sampled whether a person judged what a replay had to leave undecided
 */
record Known(double raw, Standing standing, boolean sampled, Optional<String> group, Instant at) {

  /** Whether it was right. */
  enum Standing {
    RIGHT,
    WRONG,
    /** a replay found that the agent wrote something of their own, and nobody has judged it */
    UNDECIDED
  }

  boolean isDecided() {
    return standing != Standing.UNDECIDED;
  }

  boolean isRight() {
    return standing == Standing.RIGHT;
  }

  /** An outcome's row, as far as it matters here. */
  record Row(
      String ticket,
      String message,
      LearnedBy by,
      boolean right,
      double certainty,
      double raw,
      Optional<String> group,
      Instant at) {

    boolean isCertain() {
      return certainty >= Outcome.CERTAIN_ENOUGH;
    }

    /** A message's identity. */
    String of() {
      return ticket.length() + " " + ticket + message;
    }
  }

  /** Of one row alone. */
  static Known of(Row row) {
    var decided = row.right() ? Standing.RIGHT : Standing.WRONG;
    return new Known(
        row.raw(), row.isCertain() ? decided : Standing.UNDECIDED, false, row.group(), row.at());
  }
}
