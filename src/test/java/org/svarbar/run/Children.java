package org.svarbar.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The processes that were started; when one of them ends by itself, so does everything.
 * Thread-safe.
 */
final class Children {

  private static final int LONGEST_STOP_SECONDS = 20;

  private final Map<ProcessHandle, String> running = new LinkedHashMap<>();
  private boolean stopping;

  /** Stops them all when this process ends, and ends it when the one that started it is gone. */
  void endWithThisProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stops-children"));
    ProcessHandle.current()
        .parent()
        .ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
  }

  /**
   * @param log where it says what went wrong
   */
  synchronized void add(String name, ProcessHandle process, Object log) {
    running.put(process, name);
    process.onExit().thenRun(() -> endedByItself(name, log));
  }

  private void endedByItself(String name, Object log) {
    synchronized (this) {
      if (stopping) {
        return;
      }
    }
    System.err.println(name + " has stopped by itself, its log may say why: " + log);
    System.exit(1);
  }

  private void stop() {
    Map<ProcessHandle, String> all;
    synchronized (this) {
      stopping = true;
      all = Map.copyOf(running);
    }
    all.keySet().forEach(ProcessHandle::destroy);
    for (var process : all.keySet()) {
      try {
        process.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
      } catch (Exception e) {
        process.destroyForcibly();
      }
    }
  }
}
