package org.svarbar.admin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.intake.Deliveries;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.BackgroundLoop;

/**
 * Deletes what finished deliveries and actions held when their time is over: what people wrote.
 * That several nodes do it at once is as good.
 */
@ApplicationScoped
class WorkRetention {

  private static final Duration EVERY = Duration.ofHours(1);

  @Inject
  @ConfigProperty(name = "svarbar.keep-days")
  int days;

  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;

  /** How many were emptied. */
  record Forgotten(int deliveries, int actions) {}

  void start(@Observes Startup started) {
    loop = new BackgroundLoop("work-retention", EVERY, this::forget, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  private String forget() {
    forgetEndedBefore(clock.instant().minus(Duration.ofDays(days)));
    return "";
  }

  Forgotten forgetEndedBefore(Instant time) {
    return new Forgotten(deliveries.forgetEndedBefore(time), actions.forgetEndedBefore(time));
  }
}
