package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.testing.EarlierSchemas;

/**
 * What a database held under each earlier schema is there after an upgrade, and the product reads
 * it. Rows as each version wrote them lie in `src/test/resources/upgrade`; they go through all
 * migrations that came later.
 */
class UpgradeTest {

  private static final String HISTORY = "flyway_schema_history";
  private static final List<EmbeddedPostgres> STARTED = new ArrayList<>();

  static Stream<DataSource> databases() throws IOException {
    var postgresql = EmbeddedPostgres.builder().start();
    STARTED.add(postgresql);
    return Stream.of(EarlierSchemas.h2(), postgresql.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    for (var server : STARTED) {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsWhatEachVersionHeld(DataSource database) throws Exception {
    EarlierSchemas.fill(database);

    assertThat(Migrations.bringUpToDate(database).migrationsExecuted).isZero();

    assertThat(emptyTables(database)).as("tables without rows of an earlier version").isEmpty();
    assertThat(EarlierSchemas.one("select count(*) from faq_questions", database)).isEqualTo(3);
    assertThat(EarlierSchemas.one("select count(*) from faq_entries where behind", database))
        .isEqualTo(2);
    assertThat(EarlierSchemas.one("select count(*) from console_users where not program", database))
        .isEqualTo(1);
    assertThat(
            EarlierSchemas.one(
                "select count(*) from help_sites where solved_after_days = 7", database))
        .isEqualTo(1);
    assertThatHibernateReadsAll(database);
  }

  @Test
  void hasRowsForEachMigration() throws Exception {
    assertThat(
            EarlierSchemas.versions().stream()
                .map(it -> EarlierSchemas.ROWS.resolve("V" + it + ".sql")))
        .as("rows as this version wrote them, see docs/contributing.md")
        .allMatch(Files::exists);
  }

  @Test
  void changesNoMigrationThatWasRunSomewhere() throws Exception {
    var now =
        Stream.of(Flyway.configure().dataSource(EarlierSchemas.h2()).load().info().all())
            .map(UpgradeTest::checksum)
            .toList();
    var then = Files.readAllLines(EarlierSchemas.ROWS.resolve("checksums.txt"));

    assertThat(now).as("checksums of migrations").isEqualTo(then);
  }

  /** Wherever the process was killed, the next start ends with the same as if it had not been. */
  @Test
  void goesOnAfterItWasKilledInTheMiddle(@TempDir Path folder) throws Exception {
    var earlier = MigrationVersion.fromVersion("9");
    var whole = h2(folder.resolve("whole"));
    EarlierSchemas.fill(HaltedUpgrade.database(whole), earlier);
    assertThat(Migrations.bringUpToDate(HaltedUpgrade.database(whole)).migrationsExecuted)
        .isGreaterThan(10);

    for (var statements : List.of(0, 1, 4, 11, 26)) {
      var halted = h2(folder.resolve("halted-" + statements));
      EarlierSchemas.fill(HaltedUpgrade.database(halted), earlier);
      assertThat(upgrade(halted, statements)).isEqualTo(HaltedUpgrade.HALTED);
      assertThat(upgrade(halted, 1)).as("while it is put back").isEqualTo(HaltedUpgrade.HALTED);
      Migrations.bringUpToDate(HaltedUpgrade.database(halted));

      assertThat(script(halted))
          .as("after %d", statements)
          .containsExactlyInAnyOrderElementsOf(script(whole));
      assertThat(files(folder)).noneMatch(file -> file.contains("before-upgrade"));
    }
  }

  @Test
  void goesOnAfterItWasKilledInTheMiddleOnANewFileToo(@TempDir Path folder) throws Exception {
    var whole = h2(folder.resolve("whole"));
    Migrations.bringUpToDate(HaltedUpgrade.database(whole));
    var halted = h2(folder.resolve("halted"));
    assertThat(upgrade(halted, 8)).isEqualTo(HaltedUpgrade.HALTED);
    Migrations.bringUpToDate(HaltedUpgrade.database(halted));

    assertThat(script(halted)).containsExactlyInAnyOrderElementsOf(script(whole));
  }

  @Test
  void goesOnAfterItWasKilledInTheMiddleOnPostgresqlToo() throws Exception {
    var postgresql = EmbeddedPostgres.builder().start();
    STARTED.add(postgresql);
    var address = postgresql.getJdbcUrl("postgres", "postgres");
    var database = HaltedUpgrade.database(address);
    EarlierSchemas.fill(database, MigrationVersion.fromVersion("9"));

    for (var statements : List.of(1, 4, 11)) {
      assertThat(upgrade(address, statements)).isEqualTo(HaltedUpgrade.HALTED);
    }
    assertThat(Migrations.bringUpToDate(database).migrationsExecuted).isPositive();
    assertThat(EarlierSchemas.one("select count(*) from deliveries", database)).isPositive();
    EarlierSchemas.factory(database, EarlierSchemas.entities()).close();
  }

  @Test
  void carriesAMillionOldRowsOnPostgresql() throws Exception {
    var postgresql = EmbeddedPostgres.builder().start();
    STARTED.add(postgresql);
    assertThatItCarries(1_000_000, postgresql.getPostgresDatabase());
  }

  /** A file of H2 is for installations that are smaller by far. */
  @Test
  void carriesManyOldRowsInAFile(@TempDir Path folder) throws Exception {
    assertThatItCarries(50_000, HaltedUpgrade.database(h2(folder.resolve("many"))));
  }

  /** So many deliveries from the first version on, and a tenth as many notes. */
  private static void assertThatItCarries(int many, DataSource database) throws Exception {
    EarlierSchemas.fill(database, MigrationVersion.fromVersion("1"));
    multiply("deliveries", "content_key", many, database);
    multiply("actions", "action_key", many / 10, database);
    var start = System.nanoTime();

    Migrations.bringUpToDate(database);

    var seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%d old deliveries brought up to date in %.1f s%n", many, seconds);
    assertThat(EarlierSchemas.one("select count(*) from deliveries", database)).isEqualTo(many + 1);
    assertThat(EarlierSchemas.one("select count(*) from actions", database))
        .isEqualTo(many / 10 + 1);
    EarlierSchemas.factory(database, EarlierSchemas.entities()).close();
  }

  /** As many more rows as this that differ in this column only. */
  private static void multiply(String table, String unique, int more, DataSource database)
      throws SQLException {
    var columns = new ArrayList<String>();
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("select * from " + table)) {
      var described = rows.getMetaData();
      for (var column = 1; column <= described.getColumnCount(); column++) {
        columns.add(described.getColumnName(column).toLowerCase(Locale.ROOT));
      }
    }
    columns.remove("id");
    var values = columns.stream().map(it -> it.equals(unique) ? "'more-' || n" : it).toList();
    var numbers =
        database.getConnection().getMetaData().getURL().startsWith("jdbc:h2")
            ? "system_range(1, %d) as numbers(n)"
            : "generate_series(1, %d) as numbers(n)";
    EarlierSchemas.execute(
        "insert into %s (%s) select %s from %s, %s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", values),
                table,
                numbers.formatted(more)),
        database);
  }

  private static String h2(Path file) {
    return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
  }

  /** In a process of its own; returns how it ended. */
  private static int upgrade(String address, int statements) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HaltedUpgrade.class.getName(),
            address,
            Integer.toString(statements))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** All that is in it, but when which migration was run. */
  private static List<String> script(String address) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = HaltedUpgrade.database(address).getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("script nopasswords nosettings")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    lines.removeIf(line -> line.contains(HISTORY));
    return lines;
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }

  @Test
  void refusesTheSchemaOfALaterVersion() throws Exception {
    var database = EarlierSchemas.h2();
    Migrations.bringUpToDate(database);
    EarlierSchemas.execute(
        "insert into \""
            + HISTORY
            + "\" select 999, '999', 'later', \"type\", 'V999__later.sql', 1, \"installed_by\","
            + " \"installed_on\", 1, true from \""
            + HISTORY
            + "\" where \"version\" = '1'",
        database);

    assertThatThrownBy(() -> Migrations.bringUpToDate(database))
        .hasMessageContaining("schema 999")
        .hasMessageContaining("restore the backup");
  }

  private static String checksum(MigrationInfo migration) {
    return migration.getScript() + " " + migration.getChecksum();
  }

  private static List<String> emptyTables(DataSource database) throws SQLException {
    var empty = new ArrayList<String>();
    for (var table : tables(database)) {
      if (!table.equalsIgnoreCase(HISTORY)
          && EarlierSchemas.one("select count(*) from " + table, database) == 0) {
        empty.add(table);
      }
    }
    return empty;
  }

  private static List<String> tables(DataSource database) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = database.getConnection();
        var rows =
            connection
                .getMetaData()
                .getTables(null, "%", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        if (rows.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
          found.add(rows.getString("TABLE_NAME"));
        }
      }
    }
    return found;
  }

  /** Has it validate the schema as at a start, and make objects of all rows. */
  private static void assertThatHibernateReadsAll(DataSource database) {
    var entities = EarlierSchemas.entities();
    assertThat(entities).hasSizeGreaterThan(30);
    try (var factory = EarlierSchemas.factory(database, entities);
        var session = factory.openSession()) {
      for (var entity : entities) {
        var query = "select e from " + entity.getSimpleName() + " e";
        assertThat(session.createQuery(query, entity).getResultList()).as(query).isNotEmpty();
      }
    }
  }
}
