package org.svarbar.knowledge;

/** A file that is not what it was said to be; nothing was changed. */
public final class UnreadableImport extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  UnreadableImport(String code, Object... values) {
    super(code);
    reason = Reason.of(code, values);
  }

  public Reason reason() {
    return reason;
  }
}
