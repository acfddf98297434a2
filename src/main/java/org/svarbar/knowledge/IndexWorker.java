package org.svarbar.knowledge;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.svarbar.platform.BackgroundLoop;

/**
 * Keeps the index the database's copy: after a change at once, and every second anyway, since a
 * wake-up may be lost with the process that would have given it.
 */
@ApplicationScoped
class IndexWorker {

  private static final Duration SAFETY_POLL = Duration.ofSeconds(1);

  @Inject IndexWake wake;
  @Inject IndexCopy copy;

  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;

  void start(@Observes Startup started) {
    loop = new BackgroundLoop("knowledge-index", SAFETY_POLL, this::bringUpToDate, threads);
    wake.wakes(loop);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  private String bringUpToDate() {
    var refused = copy.bringUpToDate();
    return refused.isEmpty() ? "" : "OpenSearch refuses entries " + refused;
  }
}
