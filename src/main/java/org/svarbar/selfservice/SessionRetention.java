package org.svarbar.selfservice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.svarbar.platform.BackgroundLoop;

/** Deletes sessions whose time is over. That several nodes do it at once is as good. */
@ApplicationScoped
class SessionRetention {

  private static final Logger LOG = System.getLogger(SessionRetention.class.getName());
  private static final int AT_A_TIME = 200;

  @Inject HelpSites sites;
  @Inject HelpSessions sessions;
  @Inject SiteFigures figures;
  @Inject SelfServiceSettings settings;
  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;

  void start(@Observes Startup started) {
    loop = new BackgroundLoop("session-retention", settings.purgeEvery(), this::purge, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  /** What is counted first may go then. */
  private String purge() {
    var all = sites.all();
    all.forEach(this::count);
    var purged =
        all.stream()
            .mapToInt(
                site ->
                    purge(
                        site.id(),
                        Duration.ofDays(site.keepDays()),
                        Duration.ofDays(site.keepUnlinkedDays())))
            .sum();
    if (purged > 0) {
      LOG.log(Level.INFO, "{0} sessions of customers were deleted, their time is over", purged);
    }
    return "";
  }

  /** Puts sessions into the figures of which it is known how they ended. */
  void count(HelpSite site) {
    while (figures.count(site, AT_A_TIME) == AT_A_TIME) {
      // the next ones
    }
  }

  /** Deletes what was quiet for longer; as {@link HelpSessions#purge}. */
  int purge(String site, Duration linked, Duration unlinked) {
    var purged = 0;
    int some;
    do {
      some = sessions.purge(site, linked, unlinked, AT_A_TIME);
      purged += some;
    } while (some == AT_A_TIME);
    return purged;
  }
}
