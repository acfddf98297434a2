package org.svarbar.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.platform.BackgroundLoop;

/** Deletes records whose time is over. That several nodes do it at once is as good. */
@ApplicationScoped
class AuditRetention {

  private static final String DAYS = "svarbar.access.audit-days";
  private static final int LEAST = 30;
  private static final int MOST = 3650;
  private static final Duration EVERY = Duration.ofHours(6);

  @Inject
  @ConfigProperty(name = DAYS)
  int days;

  @Inject AuditLog log;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;

  void start(@Observes Startup started) {
    if (days < LEAST || days > MOST) {
      throw new IllegalStateException(DAYS + " is " + days + ", not " + LEAST + " to " + MOST);
    }
    loop = new BackgroundLoop("audit-retention", EVERY, this::purge, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  private String purge() {
    log.purge(clock.instant().minus(Duration.ofDays(days)));
    return "";
  }
}
