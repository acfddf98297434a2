package org.svarbar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What an H2 file held before an upgrade, in a file beside it. H2 commits each statement of a
 * migration: one that is halted would be half done, and refuse every later start. So what was there
 * is put back by the next start, unless the upgrade came to its end. On PostgreSQL a migration is
 * one transaction.
 */
final class BeforeUpgrade {

  private static final Logger LOG = System.getLogger(BeforeUpgrade.class.getName());

  private final DataSource database;
  private final Path kept;

  private BeforeUpgrade(DataSource database, Path kept) {
    this.database = database;
    this.kept = kept;
  }

  /** Empty where it is not needed: the database is no H2 file. */
  static Optional<BeforeUpgrade> of(DataSource database) {
    return H2File.beside(database, ".before-upgrade.sql.gz")
        .map(kept -> new BeforeUpgrade(database, kept));
  }

  /** Puts back what is kept: the last upgrade did not come to its end. */
  void putBack() {
    if (Files.exists(kept)) {
      LOG.log(
          Level.WARNING,
          "the last upgrade of the database did not come to its end: what was there before is put"
              + " back from {0}",
          kept);
      execute("drop all objects");
      execute("runscript from " + quoted(kept) + " compression gzip");
      done();
    }
  }

  /** Keeps what is there now. Whole before it has its name: half of it must not be put back. */
  void keep() {
    var unfinished = kept.resolveSibling(kept.getFileName() + ".unfinished");
    execute("script nosettings to " + quoted(unfinished) + " compression gzip");
    try {
      try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("what was there before the upgrade cannot be kept", e);
    }
  }

  /** The upgrade came to its end. */
  void done() {
    try {
      Files.delete(kept);
    } catch (IOException e) {
      throw new UncheckedIOException("remove " + kept + ": the next start would put it back", e);
    }
  }

  private void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the upgrade of the H2 file cannot be begun or undone", e);
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
