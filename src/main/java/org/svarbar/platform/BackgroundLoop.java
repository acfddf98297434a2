package org.svarbar.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does one thing again and again on a thread of its own: at once when woken, and after a pause
 * anyway. Trouble is logged once when it begins, and when it is over.
 */
public final class BackgroundLoop {

  private static final Logger LOG = System.getLogger(BackgroundLoop.class.getName());
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final String name;
  private final Duration pause;
  private final Supplier<String> step;
  private final Semaphore wake = new Semaphore(0);
  private final LoopThreads threads;
  private volatile boolean stopped;
  private String trouble = "";

  /**
   * @param name names the thread and the log lines
   * @param pause between two steps when nobody wakes it
   * @param step says what troubles it, without anything secret or personal; empty: nothing
   */
  public BackgroundLoop(String name, Duration pause, Supplier<String> step, ThreadFactory threads) {
    this.name = name;
    this.pause = pause;
    this.step = step;
    this.threads = new LoopThreads("svarbar-" + name, threads);
  }

  public void start() {
    threads.start("", this::stepUntilStopped);
  }

  /** Says that there may be something to do. Never blocks. */
  public void wake() {
    wake.release();
  }

  /** Begins no further step, and waits for the one that goes on. */
  public void stop() {
    stopped = true;
    wake();
    if (!threads.end(LONGEST_END)) {
      LOG.log(Level.INFO, "{0}: stopped in the middle of a step", name);
    }
  }

  private void stepUntilStopped() throws InterruptedException {
    while (!stopped) {
      step();
      if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    }
  }

  private void step() {
    try {
      report(step.get(), null);
    } catch (SearchUnavailable e) {
      report(e.getMessage(), null);
    } catch (RuntimeException | Error e) {
      report(String.valueOf(e.getMessage()), e);
    }
  }

  private void report(String now, Throwable cause) {
    if (stopped || now.equals(trouble)) {
      return;
    }
    trouble = now;
    if (now.isEmpty()) {
      LOG.log(Level.INFO, "{0}: works again", name);
    } else {
      LOG.log(
          Level.WARNING,
          "%s: tries again every %d s: %s".formatted(name, pause.toSeconds(), now),
          cause);
    }
  }
}
