package org.svarbar.source;

/** A run has to stop where it is. */
final class RunEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Who wants it. */
  enum By {
    /** an administrator */
    CANCELLING,
    /** another worker has the source now, or it was changed or removed */
    LOSING_IT
  }

  private final By by;

  RunEnded(By by) {
    super(by.name(), null, false, false);
    this.by = by;
  }

  By by() {
    return by;
  }
}
