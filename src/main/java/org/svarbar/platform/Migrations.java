package org.svarbar.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date after the data source is there and before Hibernate validates its
 * mapping against it.
 */
public class Migrations implements Integrator {

  private static final Logger LOG = System.getLogger(Migrations.class.getName());
  private static final Pattern IN_MEMORY = Pattern.compile("(?i)jdbc:h2:(mem|.*(memFS|memLZF)):.*");
  private static final Set<MigrationState> LATER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    var database = dataSource();
    refuseWhatForgets(database);
    var result = bringUpToDate(database);
    LOG.log(
        Level.INFO,
        "schema: {0} migrations run, now at version {1}",
        result.migrationsExecuted,
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion);
  }

  /**
   * What lives in the memory of one server is gone with it.
   *
   * @throws IllegalStateException when the data source is of that kind
   */
  static void refuseWhatForgets(DataSource database) {
    try (var connection = database.getConnection()) {
      if (IN_MEMORY.matcher(connection.getMetaData().getURL()).matches()) {
        throw new IllegalStateException(
            "SVARBAR_DB_URL names a database in memory, which forgets everything when the server"
                + " stops: name a file (jdbc:h2:file:…) or PostgreSQL (docs/operations.md)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the data source SvarbarDS gives no connection: SVARBAR_DB_URL, SVARBAR_DB_USER and"
              + " SVARBAR_DB_PASSWORD say which; a file of H2 is open to one server at a time",
          e);
    }
  }

  /**
   * Runs what this version has and the database has not.
   *
   * @throws IllegalStateException when a later version has been there: what it made of the schema,
   *     this one would misread; when what was there is gone
   */
  static MigrateResult bringUpToDate(DataSource database) {
    var mark = HeldMark.of(database);
    var before = BeforeUpgrade.of(database);
    before.ifPresent(BeforeUpgrade::putBack);
    var flyway = of(database);
    for (var applied : flyway.info().applied()) {
      if (LATER.contains(applied.getState())) {
        throw new IllegalStateException(
            "the database was brought to schema "
                + applied.getVersion()
                + " by a later version of Svarbar, which this one does not know: deploy the later"
                + " one again, or restore the backup from before it (docs/operations.md)");
      }
    }
    if (flyway.info().applied().length == 0) {
      mark.ifPresent(HeldMark::refuseWhatWasCutShort);
    }
    var result = migrate(flyway, before);
    mark.ifPresent(HeldMark::write);
    return result;
  }

  private static MigrateResult migrate(Flyway flyway, Optional<BeforeUpgrade> before) {
    if (flyway.info().pending().length == 0) {
      return flyway.migrate();
    }
    before.ifPresent(BeforeUpgrade::keep);
    var result = flyway.migrate();
    before.ifPresent(BeforeUpgrade::done);
    return result;
  }

  /** Those of this version against what a database has. */
  public static Flyway of(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .placeholders(Map.of("of-what-is-not-done", ofWhatIsNotDone(database)))
        .load();
  }

  /** Indexes that hold some of the rows only: H2 has none. */
  private static String ofWhatIsNotDone(DataSource database) {
    try (var connection = database.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL") ? "where state <> 'DONE'" : "";
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // nothing to undo
  }

  private static DataSource dataSource() {
    try {
      return (DataSource) new InitialContext().lookup("java:jboss/datasources/SvarbarDS");
    } catch (NamingException e) {
      throw new IllegalStateException("the server has no data source SvarbarDS", e);
    }
  }
}
