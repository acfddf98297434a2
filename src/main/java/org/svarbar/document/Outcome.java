package org.svarbar.document;

import org.svarbar.document.child.Reply;

/** What came of giving a document to the process that reads. */
sealed interface Outcome {

  record Replied(Reply reply) implements Outcome {}

  /** It took too long and was killed. */
  record TimedOut() implements Outcome {}

  /** The heap was too small for it. */
  record OutOfMemory() implements Outcome {}

  /** The process ended of something else. */
  record Died() implements Outcome {}
}
