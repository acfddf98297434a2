package org.svarbar.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes due rows and works on them on a few threads: at once when woken, and twice a second anyway,
 * because a wake-up may be lost with the process that would have given it. Leases are renewed while
 * work goes on, so they can be short, and the work of a process that died is taken over soon.
 */
public final class WorkLoop {

  private static final Logger LOG = System.getLogger(WorkLoop.class.getName());

  /**
   * For how long a row is taken; what is left of it when a process dies is how long its work waits.
   */
  public static final Duration LEASE = Duration.ofSeconds(2);

  private static final Duration RENEWAL = Duration.ofMillis(500);
  private static final Duration SAFETY_POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_END = Duration.ofSeconds(6);

  /** By so much two nodes may differ on when a lease ends. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMillis(200);

  private static final long SHORTEST_PAUSE_MILLIS = 100;
  private static final Lease END = new Lease(-1, "", "");

  /** Rows that are worked on. Every method runs in a transaction of its own. */
  public interface LeasedRows {

    /** Leases at most this many due rows. */
    List<Lease> claim(int most, Duration lease);

    /**
     * Renews those that hold, and whose rows nobody is changing just now.
     *
     * @return these
     */
    List<Lease> renew(Collection<Lease> leases, Duration length);
  }

  /** Rows of several connections, whose helpdesks may be slow or silent each by itself. */
  public interface SharedRows extends LeasedRows {

    /**
     * Leases at most this many due rows.
     *
     * @param except whose rows are left for now
     */
    List<Lease> claim(int most, Duration lease, Set<String> except);

    @Override
    default List<Lease> claim(int most, Duration lease) {
      return claim(most, lease, Set.of());
    }
  }

  private record Shared(SharedRows rows, CircuitBreaker breaker) {}

  /**
   * A row that is ours for a while.
   *
   * @param token fences off whoever had it before
   * @param whose the connection it belongs to; empty where that makes no difference
   */
  public record Lease(long id, String token, String whose) {}

  private final String name;
  private final LeasedRows rows;
  private final Optional<Shared> shared;
  private final Consumer<Lease> work;
  private final int most;
  private final Semaphore free;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** What is worked on or waits to be, and when ({@link System#nanoTime}) it was surely ours. */
  private final Map<Lease, Long> held = new ConcurrentHashMap<>();

  private final BlockingQueue<Lease> taken = new LinkedBlockingQueue<>();
  private final LoopThreads threads;

  /** Whether the last look for work left some for later although threads were free. */
  private volatile boolean leftOut;

  /** Whether the last look for work left what would be tried in vain; only of its thread. */
  private boolean someRest;

  /**
   * @param name names the threads and the log lines
   * @param most how many rows are worked on at a time
   * @param work works on one row, and records how it ended; throws nothing that concerns only this
   *     row
   */
  public WorkLoop(
      String name, int most, LeasedRows rows, Consumer<Lease> work, ThreadFactory threads) {
    this(name, most, rows, Optional.empty(), work, threads);
  }

  private WorkLoop(
      String name,
      int most,
      LeasedRows rows,
      Optional<Shared> shared,
      Consumer<Lease> work,
      ThreadFactory threads) {
    this.name = name;
    this.rows = rows;
    this.shared = shared;
    this.work = work;
    this.most = most;
    this.free = new Semaphore(most);
    this.threads = new LoopThreads("svarbar-" + name, threads);
  }

  /**
   * One that no connection can occupy whole: a connection is given a thread only while it has fewer
   * than are free. So the first whose helpdesk hangs holds half of them, the second half of the
   * rest, and others go on. (Dynamic thresholds with alpha = 1: Choudhury and Hahne, IEEE/ACM
   * Transactions on Networking 6(2), 1998.)
   *
   * @param each how many rows of one connection are worked on at a time; of all together at most
   *     twice as many
   * @param breaker whose rows are left for now, by what the work said of their helpdesks
   */
  public static WorkLoop shared(
      String name,
      int each,
      SharedRows rows,
      CircuitBreaker breaker,
      Consumer<Lease> work,
      ThreadFactory threads) {
    var shared = new Shared(rows, breaker);
    return new WorkLoop(name, 2 * each, rows, Optional.of(shared), work, threads);
  }

  public void start() {
    threads.start("claims", this::claimUntilStopped);
    threads.start("renews", this::renewUntilDone);
    for (var i = 1; i <= most; i++) {
      threads.start("works-" + i, this::workUntilStopped);
    }
  }

  /** Says that there may be something due. Never blocks. */
  public void wake() {
    wake.release();
  }

  /**
   * Whether nobody else can have it. False as well where that is only not known: the database was
   * slow, or this process stood still.
   */
  public boolean holds(Lease lease) {
    var since = held.get(lease);
    return since != null && System.nanoTime() - since < LEASE.minus(CLOCKS_DIFFER).toNanos();
  }

  /** Takes nothing more, and waits a little for what is being worked on. */
  public void stop() {
    stopped.countDown();
    wake();
    taken.addAll(Collections.nCopies(most, END));
    if (!threads.end(LONGEST_END)) {
      LOG.log(
          Level.INFO,
          "{0}: stopped with work going on; another process or start takes it over",
          name);
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void claimUntilStopped() throws InterruptedException {
    while (!isStopped()) {
      if (free.tryAcquire(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        claimForFreeSlots();
      }
    }
  }

  private void claimForFreeSlots() throws InterruptedException {
    var slots = 1 + free.drainPermits();
    var start = System.nanoTime();
    var leases = isStopped() ? List.<Lease>of() : claim(slots);
    free.release(slots - leases.size());
    leases.forEach(lease -> held.put(lease, start));
    taken.addAll(leases);
    var mayBeMore = leases.size() == slots || (leftOut && !leases.isEmpty());
    if (leases.isEmpty() && someRest) {
      pauseAfter(Duration.ofNanos(System.nanoTime() - start));
    }
    if (!mayBeMore && wake.tryAcquire(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** Looking past all that rests is in vain, however often somebody wakes us. */
  private void pauseAfter(Duration look) throws InterruptedException {
    var pause = Math.clamp(10 * look.toMillis(), SHORTEST_PAUSE_MILLIS, SAFETY_POLL.toMillis());
    stopped.await(pause, TimeUnit.MILLISECONDS);
  }

  private List<Lease> claim(int slots) {
    try {
      if (isRenewalOverdue()) {
        // else who stood still would take from itself what it is working on
        renewHeld();
      }
      return shared
          .map(several -> claimInTurn(several, slots))
          .orElseGet(() -> rows.claim(slots, LEASE));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": cannot look for work now, tries again soon", e);
      return List.of();
    }
  }

  private List<Lease> claimInTurn(Shared several, int slots) {
    var held = heldByEach();
    var left = new HashSet<>(several.breaker().resting());
    var onTrial = new HashSet<>(several.breaker().onTrial());
    someRest = !left.isEmpty() || !onTrial.isEmpty();
    if (left.contains(CircuitBreaker.ALL)
        || (onTrial.contains(CircuitBreaker.ALL) && !held.isEmpty())) {
      leftOut = true;
      return List.of();
    }
    onTrial.stream().filter(held::containsKey).forEach(left::add);
    onTrial.removeAll(left);
    var most = 0L;
    for (var each : held.entrySet()) {
      if (each.getValue() >= slots) {
        left.add(each.getKey());
      } else {
        most = Math.max(most, each.getValue());
      }
    }
    // as many as the connection that has most could be given one after the other
    var room = onTrial.isEmpty() ? (int) (slots - most + 1) / 2 : 1;
    leftOut = !left.isEmpty() || room < slots;
    return several.rows().claim(room, LEASE, left);
  }

  private Map<String, Long> heldByEach() {
    return held.keySet().stream()
        .collect(Collectors.groupingBy(Lease::whose, Collectors.counting()));
  }

  private void workUntilStopped() throws InterruptedException {
    for (var lease = taken.take(); lease != END; lease = taken.take()) {
      try {
        work.accept(lease);
      } catch (RuntimeException | Error e) {
        LOG.log(
            Level.WARNING,
            "%s: row %d was left as it is; its lease runs out and it is taken again"
                .formatted(name, lease.id()),
            e);
      } finally {
        held.remove(lease);
        free.release();
        if (leftOut) {
          wake();
        }
      }
    }
  }

  /** Whoever is waited for at the end keeps what they work on. */
  private void renewUntilDone() throws InterruptedException {
    while (!stopped.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
      tryToRenew();
    }
    while (!held.isEmpty()) {
      tryToRenew();
      TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE_MILLIS);
    }
  }

  private void tryToRenew() {
    try {
      renewHeld();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": could not renew its leases, tries again soon", e);
    }
  }

  private void renewHeld() {
    var all = List.copyOf(held.keySet());
    if (!all.isEmpty()) {
      var asked = System.nanoTime();
      rows.renew(all, LEASE).forEach(lease -> held.computeIfPresent(lease, (it, at) -> asked));
    }
  }

  private boolean isRenewalOverdue() {
    var overdue = System.nanoTime() - 2 * RENEWAL.toNanos();
    return held.values().stream().anyMatch(since -> since - overdue < 0);
  }
}
