package org.svarbar.platform;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Where a database of H2 lies, for what is kept beside it. */
final class H2File {

  private H2File() {}

  /**
   * A file beside it.
   *
   * @param suffix what its name has behind that of the database
   * @return empty: the database is no file of H2
   */
  static Optional<Path> beside(DataSource database, String suffix) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        return Optional.empty();
      }
      try (var row = statement.executeQuery("select database_path()")) {
        row.next();
        return Optional.ofNullable(row.getString(1)).map(path -> Path.of(path + suffix));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }
}
