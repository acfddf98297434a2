package org.svarbar.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** The threads of a loop, which end when they are told to. */
final class LoopThreads {

  /** Those that should be running, for who asks whether this process is still of use. */
  private static final Set<Thread> EXPECTED = ConcurrentHashMap.newKeySet();

  private final String name;
  private final ThreadFactory factory;
  private final List<Thread> threads = new ArrayList<>();

  LoopThreads(String name, ThreadFactory factory) {
    this.name = name;
    this.factory = factory;
  }

  /** What runs until it is stopped; an interrupt ends it as well. */
  interface Loop {
    void run() throws InterruptedException;
  }

  void start(String role, Loop loop) {
    var thread =
        factory.newThread(
            () -> {
              try {
                loop.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setName(role.isEmpty() ? name : name + "-" + role);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    EXPECTED.add(thread);
  }

  /** The names of those that have ended although nobody told them to. */
  static List<String> fallen() {
    return EXPECTED.stream().filter(it -> !it.isAlive()).map(Thread::getName).sorted().toList();
  }

  /**
   * Waits for the threads, which must have been told to end. Interrupting is the last means only: a
   * transaction that an interrupt breaks while the server goes down may stay open, and its rows
   * locked, until the server's time-out.
   *
   * @return whether all ended by themselves
   */
  boolean end(Duration within) {
    threads.forEach(EXPECTED::remove);
    var until = System.nanoTime() + within.toNanos();
    try {
      for (var thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var late = threads.stream().filter(Thread::isAlive).toList();
    late.forEach(Thread::interrupt);
    return late.isEmpty();
  }
}
