package org.svarbar.platform;

/**
 * A call got no whole answer: no connection, a time-out, a reset. Whether it had an effect is
 * unknown.
 */
public final class OutboundFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutboundFailed(String what, Throwable cause) {
    super(what, cause);
  }
}
