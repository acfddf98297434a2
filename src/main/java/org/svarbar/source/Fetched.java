package org.svarbar.source;

import java.net.URI;

/** What came of asking for something at an address. */
sealed interface Fetched {

  /** It is what it was when it was asked for last. */
  record Unchanged() implements Fetched {}

  /**
   * Here it is.
   *
   * @param type its media type with parameters; empty: not said
   * @param language as HTTP says it; may be empty
   * @param validators by which to ask next time whether it has changed
   */
  record Content(byte[] bytes, String type, String language, Validators validators)
      implements Fetched {}

  /** It is elsewhere. */
  record Moved(URI to) implements Fetched {}

  /** There is no such thing. */
  record Missing() implements Fetched {}

  /** Not now; `why` names the status or the fault. */
  record Failed(String why) implements Fetched {}
}
