package org.svarbar.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Stores what several callers bring at the same time in one transaction, because the commit costs
 * more than the row. Who comes while another stores waits, and the next of them stores all that
 * wait: nobody waits for more to come (group commit; DeWitt et al., SIGMOD 1984).
 */
final class GroupCommit<T, R> {

  private static final int MOST = 64;

  private final Function<List<T>, List<R>> store;
  private final AtomicBoolean isStoring = new AtomicBoolean();
  private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();

  private record Waiting<T, R>(T item, CompletableFuture<R> end, Thread thread) {}

  /**
   * @param store stores all of them, commits, and returns what became of each in their order; or
   *     throws and leaves nothing. Never called by two threads at once
   */
  GroupCommit(Function<List<T>, List<R>> store) {
    this.store = store;
  }

  /**
   * When this returns, it is committed.
   *
   * @throws RuntimeException why it could not be stored
   */
  R store(T item) {
    var own = new Waiting<T, R>(item, new CompletableFuture<>(), Thread.currentThread());
    waiting.add(own);
    var interrupted = false;
    while (!own.end().isDone()) {
      if (isStoring.compareAndSet(false, true)) {
        try {
          store(next());
        } finally {
          isStoring.set(false);
          passOn();
        }
      } else {
        LockSupport.park(this);
        // an interrupted thread would not wait any more
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      return own.end().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("not stored", e.getCause());
    }
  }

  /** Whoever is stored by somebody else need not have a turn to go on: only one gets it. */
  private void passOn() {
    var next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.thread());
    }
  }

  private List<Waiting<T, R>> next() {
    var next = new ArrayList<Waiting<T, R>>();
    for (var one = waiting.poll(); one != null; one = next.size() < MOST ? waiting.poll() : null) {
      next.add(one);
    }
    return next;
  }

  private void store(List<Waiting<T, R>> together) {
    try {
      var ends = store.apply(together.stream().map(Waiting::item).toList()).iterator();
      together.forEach(one -> one.end().complete(ends.next()));
      together.forEach(one -> LockSupport.unpark(one.thread()));
    } catch (Exception | Error e) {
      // also what nobody declares: those who wait must hear of it
      if (together.size() > 1 && isAboutARow(e)) {
        together.forEach(one -> store(List.of(one)));
      } else {
        together.forEach(one -> one.end().completeExceptionally(e));
        together.forEach(one -> LockSupport.unpark(one.thread()));
      }
    }
  }

  /** Else there is something wrong with the database, and each alone would fail as slowly. */
  private static boolean isAboutARow(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && e.getSQLState() != null) {
        // data exceptions, and violated constraints
        return e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23");
      }
    }
    return false;
  }
}
