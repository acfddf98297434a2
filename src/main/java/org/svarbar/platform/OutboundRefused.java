package org.svarbar.platform;

/** The guard did not let a call out: nothing was sent. */
public final class OutboundRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutboundRefused(String why) {
    super(why);
  }
}
