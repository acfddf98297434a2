package org.svarbar.replay;

import java.util.Locale;

/** What a case shows. */
public enum Result {
  /** the first suggestion was right */
  RIGHT,
  /** it was wrong */
  WRONG,
  /** an agent wrote something of their own: a person has to judge */
  UNDECIDED,
  /** nothing was suggested */
  SILENT,
  /** no agent answered */
  UNANSWERED,
  /** a program wrote the message */
  AUTOMATIC;

  /** In rows, at HTTP and in message bundles. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Result of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether it tells whether the first suggestion was right. */
  boolean isJudged() {
    return this == RIGHT || this == WRONG;
  }

  /** Whether something was suggested, and answered by an agent. */
  boolean isCompared() {
    return isJudged() || this == UNDECIDED;
  }
}
