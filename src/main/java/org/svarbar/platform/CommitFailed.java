package org.svarbar.platform;

/** A transaction could not be committed; nothing of it is stored, as far as anybody knows. */
public class CommitFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommitFailed(Exception cause) {
    super("not committed", cause);
  }
}
