package org.svarbar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
  private final boolean isEmpty;

  private HeldMark(Path mark, boolean isEmpty) {
    this.mark = mark;
    this.isEmpty = isEmpty;
  }

  /** Empty where it is not needed: the database is no H2 file. */
  static Optional<HeldMark> of(DataSource database) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        return Optional.empty();
      }
      try (var row =
          statement.executeQuery(
              "select database_path(), not exists (select * from information_schema.tables"
                  + " where table_schema = 'PUBLIC')")) {
        row.next();
        var isEmpty = row.getBoolean(2);
        return Optional.ofNullable(row.getString(1))
            .map(path -> new HeldMark(Path.of(path + ".held.txt"), isEmpty));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  /**
   * @throws IllegalStateException when it held something before and holds nothing now
   */
  void refuseWhatWasCutShort() {
    if (isEmpty && Files.exists(mark)) {
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
