package org.svarbar.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Which database there is, and what was made of its schema. */
@ApplicationScoped
public class Schema {

  @Resource(lookup = "java:jboss/datasources/SvarbarDS")
  DataSource database;

  /** Its product and version, such as `H2 2.2.224`. */
  public String database() {
    try (var connection = database.getConnection()) {
      var said = connection.getMetaData();
      return said.getDatabaseProductName() + " " + said.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  /** A line for each migration: version, name, state and when it was run. */
  public List<String> history() {
    return Stream.of(Migrations.of(database).info().all())
        .map(
            it ->
                String.join(
                    " ",
                    String.valueOf(it.getVersion()),
                    it.getDescription(),
                    it.getState().getDisplayName(),
                    it.getInstalledOn() == null ? "-" : it.getInstalledOn().toInstant().toString()))
        .toList();
  }
}
