package org.svarbar.platform;

/** What was sealed can be opened neither with the operator's key nor with the other one. */
public class SealedByAnotherKey extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  SealedByAnotherKey(String purpose, Exception cause) {
    super(
        "cannot decrypt "
            + purpose
            + ": it was encrypted with another svarbar.secret-key; give that one as"
            + " svarbar.other-secret-key (docs/operations.md, Changing the key)",
        cause);
  }
}
