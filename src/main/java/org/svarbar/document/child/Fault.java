package org.svarbar.document.child;

/** What the child says about a document that it does not read; the constant's name is the word. */
public enum Fault {
  /** needs a password */
  ENCRYPTED,
  /** its parts cannot be made sense of */
  DAMAGED,
  /** the end is missing */
  CUT_OFF,
  /** more comes out of its packed parts than is allowed */
  UNPACKS_TOO_LARGE,
  /** packed as no word processor does: names that lead out, or thousands of parts */
  ODDLY_PACKED,
  /** declares entities, which can point at other files or grow without end */
  DECLARES_ENTITIES,
  /** a form that only programs of Adobe can show */
  FORM,
  /** its bytes are of another kind than its name says */
  OTHER_KIND,
  /** more pages than are allowed */
  TOO_MANY_PAGES,
  /** more text than is allowed */
  TOO_MUCH_TEXT,
  /** pictures of text, or nothing at all */
  NO_TEXT
}
