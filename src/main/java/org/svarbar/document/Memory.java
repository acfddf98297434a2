package org.svarbar.document;

import java.io.IOException;

/**
 * What is remembered of a file that was read, to tell whether it has to be read again: by what
 * limits it was read, how it looked, and what was in it.
 *
 * @param limits they decide what is refused, so another limit is another reading
 * @param look see {@link DocumentFile#look()}
 */
record Memory(String limits, String look) {

  private static final String NOT_HASHED = "-";
  private static final int PARTS = 3;
  private static final long LARGEST_HASHED = 1_000_000_000;

  static Memory of(ReadingLimits limits, DocumentFile file) {
    return new Memory(limits.mark(), file.look());
  }

  /** Whether the file is still the one that this was remembered of. */
  boolean isOf(DocumentFile file, String remembered) throws IOException {
    var parts = remembered.split(" ");
    if (parts.length != PARTS || !parts[0].equals(limits)) {
      return false;
    }
    return parts[1].equals(look) || (!parts[2].equals(NOT_HASHED) && parts[2].equals(hash(file)));
  }

  /** To be remembered. */
  String text(DocumentFile file) throws IOException {
    return String.join(" ", limits, look, hash(file));
  }

  /** Of what is so large that it is refused anyway, none. */
  private static String hash(DocumentFile file) throws IOException {
    return file.size() > LARGEST_HASHED ? NOT_HASHED : file.hash();
  }
}
