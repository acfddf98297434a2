package org.svarbar.testing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.integrator.spi.Integrator;
import org.svarbar.platform.Migrations;

/** Databases with rows as each version of the product wrote them, without a server. */
public final class EarlierSchemas {

  /** The time of all of them. */
  public static final String THEN = "2026-01-05 08:00:00+00:00";

  public static final Path ROWS = Path.of("src/test/resources/upgrade");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private EarlierSchemas() {}

  /** Brings it from schema to schema, and writes under each what the product then wrote. */
  public static void fill(DataSource database) throws IOException, SQLException {
    fill(database, versions().getLast());
  }

  /** The same up to this one. */
  public static void fill(DataSource database, MigrationVersion last)
      throws IOException, SQLException {
    for (var version : versions()) {
      if (!version.isNewerThan(last.getVersion())) {
        upTo(version, database).migrate();
        write(version, database);
      }
    }
  }

  public static List<MigrationVersion> versions() throws IOException {
    try (var all = Files.list(MIGRATIONS)) {
      return all.map(it -> it.getFileName().toString())
          .map(it -> it.substring(1, it.indexOf("__")))
          .map(MigrationVersion::fromVersion)
          .sorted()
          .toList();
    }
  }

  public static DataSource h2() {
    var database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private static Flyway upTo(MigrationVersion version, DataSource database) {
    var whole = Migrations.of(database).getConfiguration();
    return Flyway.configure().configuration(whole).target(version).load();
  }

  private static void write(MigrationVersion version, DataSource database)
      throws IOException, SQLException {
    var rows = Files.readString(ROWS.resolve("V" + version + ".sql")).replaceAll("(?m)^--.*$", "");
    for (var statement : rows.split(";\n")) {
      if (!statement.isBlank()) {
        execute(statement.replace(":then", "timestamp with time zone '" + THEN + "'"), database);
      }
    }
  }

  public static void execute(String sql, DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public static long one(String query, DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** All of the product. */
  public static List<Class<?>> entities() {
    var imported = new ClassFileImporter().withImportOption(new DoNotIncludeTests());
    return imported.importPackages("org.svarbar").stream()
        .filter(type -> type.isAnnotatedWith(Entity.class))
        .<Class<?>>map(type -> type.reflect())
        .toList();
  }

  /** Validates the schema as at a start. */
  public static SessionFactory factory(DataSource database, List<Class<?>> entities) {
    return factory(database, entities, sql -> {});
  }

  /**
   * @param said hears each statement that is sent
   */
  public static SessionFactory factory(
      DataSource database, List<Class<?>> entities, Consumer<String> said) {
    var registry =
        new BootstrapServiceRegistryBuilder().applyClassLoaderService(new OnlyHibernates()).build();
    var configuration = new Configuration(registry);
    entities.forEach(configuration::addAnnotatedClass);
    configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
    configuration.setProperty(
        "hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP_WITH_TIMEZONE");
    configuration.getProperties().put("hibernate.connection.datasource", database);
    configuration.setStatementInspector(
        sql -> {
          said.accept(sql);
          return sql;
        });
    return configuration.buildSessionFactory();
  }

  /** Without our own integrators, which need a server. */
  private static final class OnlyHibernates extends ClassLoaderServiceImpl {

    private static final long serialVersionUID = 1L;

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
      return contract == Integrator.class ? List.of() : super.loadJavaServices(contract);
    }
  }
}
