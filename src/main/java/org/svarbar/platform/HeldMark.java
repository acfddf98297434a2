package org.svarbar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A file beside a file of H2, which says that there was something in it. H2 may open a file that
 * was cut short as an empty database, without a word: Svarbar would begin anew, and nobody would
 * know that all is gone until they looked for it.
 */
final class HeldMark {

  private static final String WHAT_IT_IS =
      "Svarbar has worked with the database beside this file. Where that is empty all the same, it"
          + " was cut short:\nSvarbar refuses to start, until it is restored from a backup or this"
          + " file is removed.\n";

  private final Path mark;

  private HeldMark(Path mark) {
    this.mark = mark;
  }

  /** Empty where it is not needed: the database is no H2 file. */
  static Optional<HeldMark> of(DataSource database) {
    return H2File.beside(database, ".held.txt").map(HeldMark::new);
  }

  /**
   * For a database that holds nothing.
   *
   * @throws IllegalStateException when it held something before
   */
  void refuseWhatWasCutShort() {
    if (Files.exists(mark)) {
      throw new IllegalStateException(
          "the file of H2 that SVARBAR_DB_URL names holds nothing, although Svarbar has worked with"
              + " it: it was cut short or replaced; restore the backup of it, or remove "
              + mark
              + " to begin with an empty one (docs/operations.md)");
    }
  }

  /** Something is in it from now on. */
  void write() {
    try {
      if (!Files.exists(mark)) {
        Files.writeString(mark, WHAT_IT_IS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of the database cannot be written to", e);
    }
  }
}
