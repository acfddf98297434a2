package org.svarbar.helpdesk;

/**
 * A request with a good signature that this vendor would not send; the message holds no text of the
 * request.
 */
public final class UnreadableWebhook extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableWebhook(String what, Throwable cause) {
    super(what, cause);
  }

  public UnreadableWebhook(String what) {
    this(what, null);
  }
}
