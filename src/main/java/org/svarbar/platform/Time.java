package org.svarbar.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Hands the clock in, which is the database's. */
@ApplicationScoped
class Time {

  private static final Duration COMPARED_EVERY = Duration.ofSeconds(10);

  @Resource(lookup = "java:jboss/datasources/SvarbarDS")
  DataSource database;

  @Resource ManagedThreadFactory threads;

  private DatabaseClock clock;
  private BackgroundLoop loop;

  @PostConstruct
  void open() {
    clock = new DatabaseClock(this::ask, System::nanoTime, Clock.systemUTC());
    clock.compare();
  }

  void start(@Observes Startup started) {
    loop = new BackgroundLoop("clock", COMPARED_EVERY, clock::compare, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  @Produces
  Clock clock() {
    return clock.withZone(ZoneOffset.UTC);
  }

  private Instant ask() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery("select current_timestamp")) {
      found.next();
      return found.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say what time it is", e);
    }
  }
}
