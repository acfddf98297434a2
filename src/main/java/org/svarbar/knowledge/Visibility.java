package org.svarbar.knowledge;

/** Who may read an entry. */
public enum Visibility {
  /** anybody, so its text may be sent to a requester */
  PUBLIC,
  /** agents only */
  INTERNAL
}
