package org.svarbar.redaction;

import java.util.Optional;

/** Knows one kind of number. */
interface Recogniser {

  /**
   * What begins at a place. Looks at a bounded piece of the text only, so that reading all of it
   * takes time in proportion to its length.
   */
  Optional<Candidate> at(Place place);
}
