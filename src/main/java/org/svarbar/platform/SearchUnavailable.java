package org.svarbar.platform;

/** The search cluster did not answer: trying later may help. */
public final class SearchUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SearchUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
