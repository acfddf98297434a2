package org.svarbar.document;

import java.time.Duration;
import org.svarbar.document.child.Limits;

/**
 * What reading a document may cost at most.
 *
 * @param heapMegabytes of the process that reads, 64 to 4096
 * @param longest how long one document may take, from 1 second to 10 minutes
 * @param fileBytes the largest file
 * @param inside what a document may be, once it is opened
 */
record ReadingLimits(int heapMegabytes, Duration longest, long fileBytes, Limits inside) {

  /** The longest text with its markup: about 1,000 dense pages. */
  private static final int MOST_CHARACTERS = 3_000_000;

  /** How much more comes out of a packed file than its largest size. */
  private static final int UNPACKED_PER_FILE = 4;

  /** To be raised when documents are read in another way, so that all are read again. */
  private static final String VERSION = "1";

  ReadingLimits {
    require(heapMegabytes >= 64 && heapMegabytes <= 4096, "heap-megabytes");
    require(
        longest.compareTo(Duration.ofSeconds(1)) >= 0
            && longest.compareTo(Duration.ofMinutes(10)) <= 0,
        "longest-seconds");
    require(fileBytes >= 1_000_000 && fileBytes <= 1_000_000_000, "largest-file-megabytes");
    require(inside.pages() >= 1 && inside.pages() <= 100_000, "most-pages");
  }

  static ReadingLimits of(int heapMegabytes, int seconds, int fileMegabytes, int pages) {
    var bytes = fileMegabytes * 1_000_000L;
    return new ReadingLimits(
        heapMegabytes,
        Duration.ofSeconds(seconds),
        bytes,
        new Limits(pages, MOST_CHARACTERS, UNPACKED_PER_FILE * bytes));
  }

  /** Another one for other limits, without blanks. */
  String mark() {
    return String.join(
        "/",
        VERSION,
        Integer.toString(heapMegabytes),
        Long.toString(longest.toSeconds()),
        Long.toString(fileBytes),
        Integer.toString(inside.pages()));
  }

  private static void require(boolean held, String setting) {
    if (!held) {
      throw new IllegalStateException("svarbar.document." + setting + " is out of its range");
    }
  }
}
