package org.svarbar.insight;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.platform.BackgroundLoop;

/** Examines the knowledge in the background, a few entries at a time, with pauses between. */
@ApplicationScoped
class ExaminationLoop {

  /** Between two rounds: a report is read by people, not by those who wait for an answer. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Inject Examination examination;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.insight.old-after-days")
  int oldAfterDays;

  private BackgroundLoop loop;
  private volatile boolean stopped;

  void start(@Observes Startup started) {
    if (oldAfterDays < 0 || oldAfterDays > 36_500) {
      throw new IllegalStateException(
          "svarbar.insight.old-after-days is not 0 to 36500: " + oldAfterDays);
    }
    loop = new BackgroundLoop("knowledge-examination", PAUSE, this::examineAll, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    stopped = true;
    loop.stop();
  }

  /** Has it begin a round now; returns at once. */
  void wake() {
    loop.wake();
  }

  private String examineAll() {
    var last = examination.examineSome(0);
    while (last.isPresent() && !stopped) {
      last = examination.examineSome(last.get());
    }
    return "";
  }
}
