package org.svarbar.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    var result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(dataSource())
            .locations("classpath:db/migration")
            .load()
            .migrate();
    LOG.log(
        Level.INFO,
        "schema: {0} migrations run, now at version {1}",
        result.migrationsExecuted,
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion);
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
