package org.svarbar.redaction;

import java.util.Objects;

/**
 * What a log may show of a fault: its type, places and causes as they are, its message without
 * identifiers.
 */
final class LoggedFault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 10;

  private final String type;

  private LoggedFault(Throwable original, Throwable cause) {
    super(Redaction.forLog(Objects.toString(original.getMessage(), "")), cause);
    type = original.getClass().getName();
    setStackTrace(original.getStackTrace());
  }

  static Throwable of(Throwable original) {
    return of(original, MOST_CAUSES);
  }

  private static Throwable of(Throwable original, int causes) {
    var cause = causes == 0 ? null : original.getCause();
    return new LoggedFault(original, cause == null ? null : of(cause, causes - 1));
  }

  @Override
  public String toString() {
    return getMessage().isEmpty() ? type : type + ": " + getMessage();
  }
}
