package org.svarbar.source;

import org.svarbar.knowledge.Reason;

/** A source cannot be read as a whole, for a reason that an administrator is told. */
public final class SourceUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public SourceUnavailable(Reason reason) {
    super(reason.code() + " " + reason.values());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
