package org.svarbar.admin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.intake.Deliveries;
import org.svarbar.notice.Notices;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.BackgroundLoop;
import org.svarbar.requester.Requesters;

/**
 * Deletes what finished deliveries and actions held when their time is over: what people wrote; and
 * later what was learned of tickets. That several nodes do it at once is as good.
 */
@ApplicationScoped
class WorkRetention {

  private static final Logger LOG = System.getLogger(WorkRetention.class.getName());
  private static final Duration EVERY = Duration.ofHours(1);

  @Inject
  @ConfigProperty(name = "svarbar.keep-days")
  int days;

  @Inject
  @ConfigProperty(name = "svarbar.keep-learned-days")
  int learnedDays;

  @Inject Requesters requesters;
  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Notices notices;
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
    var over = clock.instant().minus(Duration.ofDays(days));
    forgetEndedBefore(over);
    notices.forgetEndedBefore(over);
    var rows = requesters.forgetBefore(clock.instant().minus(Duration.ofDays(learnedDays)));
    if (rows > 0) {
      LOG.log(Level.INFO, "{0} rows of what was learned of tickets were deleted, too old", rows);
    }
    return "";
  }

  Forgotten forgetEndedBefore(Instant time) {
    return new Forgotten(deliveries.forgetEndedBefore(time), actions.forgetEndedBefore(time));
  }
}
