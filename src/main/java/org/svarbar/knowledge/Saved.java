package org.svarbar.knowledge;

/** What came of saving an edit. */
public enum Saved {
  DONE,
  /** somebody else changed the entry after it was read for this edit */
  CHANGED_MEANWHILE,
  /**
   * there is no such entry, or, when adding, there is one with this source, key and language
   * already
   */
  REFUSED
}
