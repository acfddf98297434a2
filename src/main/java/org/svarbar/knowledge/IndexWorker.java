package org.svarbar.knowledge;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.svarbar.platform.SearchUnavailable;

/**
 * Keeps the index the database's copy: after a change at once, and every second anyway, since a
 * wake-up may be lost with the process that would have given it.
 */
@ApplicationScoped
class IndexWorker {

  private static final Logger LOG = System.getLogger(IndexWorker.class.getName());
  private static final Duration SAFETY_POLL = Duration.ofSeconds(1);

  @Inject IndexWake wake;
  @Inject IndexCopy copy;

  @Resource ManagedThreadFactory threads;

  private Thread thread;
  private volatile boolean stopped;
  private String trouble = "";

  void start(@Observes Startup started) {
    thread = threads.newThread(this::runUntilStopped);
    thread.setName("svarbar-knowledge-index");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void runUntilStopped() {
    while (!stopped) {
      try {
        bringUpToDate();
        wake.await(SAFETY_POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void bringUpToDate() {
    try {
      var refused = copy.bringUpToDate();
      report(refused.isEmpty() ? "" : "OpenSearch refuses entries " + refused, null);
    } catch (SearchUnavailable e) {
      report(e.getMessage(), null);
    } catch (RuntimeException e) {
      report(String.valueOf(e.getMessage()), e);
    }
  }

  /** Once for each trouble that begins, and when it is over. */
  private void report(String now, RuntimeException cause) {
    if (stopped || now.equals(trouble)) {
      return;
    }
    trouble = now;
    if (now.isEmpty()) {
      LOG.log(Level.INFO, "the index of FAQ entries is up to date again");
    } else {
      LOG.log(
          Level.WARNING,
          "the index of FAQ entries is behind, tries again every second: " + now,
          cause);
    }
  }
}
