package org.svarbar.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes that were started; when one of them ends by itself, so does everything. */
final class Children {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Map<ProcessHandle, String> running = new LinkedHashMap<>();
  private volatile boolean stopping;

  /** Stops them all when this process ends, and ends it when the one that started it is gone. */
  void endWithThisProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stops-children"));
    ProcessHandle.current().parent().ifPresent(maven -> after(maven, () -> System.exit(0)));
  }

  /**
   * @param log where it says what went wrong
   */
  synchronized void add(String name, ProcessHandle process, Path log) {
    running.put(process, name);
    after(process, () -> endedByItself(name, log));
  }

  private void endedByItself(String name, Path log) {
    if (!stopping) {
      throw Ending.because(name + " has stopped by itself; its log may say why: " + log);
    }
  }

  /** Looks instead of waiting for `onExit`, whose one common thread must not be kept by an exit. */
  private static void after(ProcessHandle process, Runnable then) {
    Thread.ofPlatform()
        .daemon()
        .name("watches-" + process.pid())
        .start(
            () -> {
              awaitEnd(process, Duration.ofDays(3650));
              then.run();
            });
  }

  private static boolean awaitEnd(ProcessHandle process, Duration longest) {
    var end = System.nanoTime() + longest.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !process.isAlive();
  }

  private void stop() {
    stopping = true;
    Map<ProcessHandle, String> all;
    synchronized (this) {
      all = Map.copyOf(running);
    }
    all.keySet().forEach(ProcessHandle::destroy);
    for (var process : all.keySet()) {
      if (!awaitEnd(process, LONGEST_STOP)) {
        process.destroyForcibly();
      }
    }
  }
}
