package org.svarbar.redaction;

/** How well a piece of text alone proves to be an identifier. */
enum Evidence {
  /** nothing else looks so */
  SURE,
  /** other numbers seldom look so: it is one unless the words before it say otherwise */
  LIKELY,
  /** other numbers often look so: it is one only if the words around it say so */
  WEAK
}
