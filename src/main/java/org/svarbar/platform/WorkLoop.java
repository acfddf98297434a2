package org.svarbar.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Takes due rows and works on them on a few threads: at once when woken, and every second anyway,
 * because a wake-up may be lost with the process that would have given it. Leases are renewed while
 * work goes on, so they can be short, and the work of a process that died is taken over soon.
 */
public final class WorkLoop {

  private static final Logger LOG = System.getLogger(WorkLoop.class.getName());

  /**
   * For how long a row is taken; what is left of it when a process dies is how long its work waits.
   */
  public static final Duration LEASE = Duration.ofSeconds(6);

  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final Duration SAFETY_POLL = Duration.ofSeconds(1);

  /** Rows that are worked on. Every method runs in transactions of its own. */
  public interface Rows {

    /** Leases at most this many due rows. */
    List<Lease> claim(int most, Duration lease);

    void renew(Lease lease, Duration length);

    /** Works on one row, and records how it ended; throws nothing that concerns only this row. */
    void work(Lease lease);
  }

  /** A row that is ours for a while; `token` fences off whoever had it before. */
  public record Lease(long id, String token) {}

  private final String name;
  private final Rows rows;
  private final int most;
  private final Semaphore free;
  private final Semaphore wake = new Semaphore(0);
  private final Map<Long, Lease> held = new ConcurrentHashMap<>();
  private final List<Thread> workers;
  private final java.util.concurrent.BlockingQueue<Lease> taken =
      new java.util.concurrent.LinkedBlockingQueue<>();
  private volatile boolean stopped;

  /**
   * @param name names the threads and the log lines
   * @param most how many rows are worked on at a time
   */
  public WorkLoop(String name, int most, Rows rows, ThreadFactory threads) {
    this.name = name;
    this.rows = rows;
    this.most = most;
    this.free = new Semaphore(most);
    var all = new java.util.ArrayList<Thread>();
    all.add(named(threads.newThread(this::claimUntilStopped), "claims"));
    all.add(named(threads.newThread(this::renewUntilStopped), "renews"));
    for (var i = 1; i <= most; i++) {
      all.add(named(threads.newThread(this::workUntilStopped), "works-" + i));
    }
    this.workers = List.copyOf(all);
  }

  public void start() {
    workers.forEach(Thread::start);
  }

  /** Says that there may be something due. Never blocks. */
  public void wake() {
    wake.release();
  }

  /** Takes nothing more, and waits a little for what is being worked on. */
  public void stop() {
    stopped = true;
    wake();
    try {
      if (!free.tryAcquire(most, LEASE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(
            Level.INFO,
            "{0}: stopped with work going on; another process or start takes it over",
            name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.forEach(Thread::interrupt);
  }

  private void claimUntilStopped() {
    while (!stopped) {
      try {
        free.acquire();
        var slots = 1 + free.drainPermits();
        var leases = claim(slots);
        free.release(slots - leases.size());
        leases.forEach(lease -> held.put(lease.id(), lease));
        taken.addAll(leases);
        if (leases.size() < slots
            && wake.tryAcquire(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private List<Lease> claim(int slots) {
    try {
      return rows.claim(slots, LEASE);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": cannot look for work now, tries again in a second", e);
      return List.of();
    }
  }

  private void workUntilStopped() {
    while (true) {
      try {
        var lease = taken.take();
        try {
          rows.work(lease);
        } catch (RuntimeException e) {
          LOG.log(
              Level.WARNING,
              name
                  + ": row "
                  + lease.id()
                  + " was left as it is; its lease runs out and it is taken again",
              e);
        } finally {
          held.remove(lease.id(), lease);
          free.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void renewUntilStopped() {
    while (!stopped) {
      try {
        Thread.sleep(RENEWAL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      for (var lease : held.values()) {
        try {
          rows.renew(lease, LEASE);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, name + ": could not renew the lease of row " + lease.id(), e);
        }
      }
    }
  }

  private Thread named(Thread thread, String role) {
    thread.setName("svarbar-" + name + "-" + role);
    thread.setDaemon(true);
    return thread;
  }
}
