package org.svarbar.document.child;

/** The kinds of documents that the child reads. */
public enum Kind {
  PDF,
  DOCX,
  HTML
}
