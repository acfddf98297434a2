package org.svarbar.document;

import org.svarbar.knowledge.Reason;

/** What came of reading a document. */
sealed interface Reading {

  /**
   * @param title as the document's properties have it; empty: they have none
   * @param html simple, not yet sanitised
   */
  record Text(String title, String html) implements Reading {}

  record Refused(Reason reason) implements Reading {}
}
