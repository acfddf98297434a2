package org.svarbar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Many who send to the same server at once.
 *
 * @param server where to
 * @param requests makes the next request, of any thread
 */
record Clients(URI server, Supplier<byte[]> requests) {

  private interface Sending {
    void run(Wire wire) throws IOException;
  }

  /** Each sends as soon as the one before is answered; returns answers a second. */
  double asFastAsTheyCan(int clients, Duration time) throws InterruptedException {
    var answered = new AtomicLong();
    var start = System.nanoTime();
    var end = start + time.toNanos();
    run(
        clients,
        wire -> {
          while (System.nanoTime() < end) {
            accepted(wire.send(requests.get()));
            answered.incrementAndGet();
          }
        });
    return answered.get() * 1e9 / (System.nanoTime() - start);
  }

  /**
   * So many a second, evenly, whether those before are answered or not; each is timed from when it
   * should have been sent, so that waiting for a free connection counts.
   */
  Figures evenly(double perSecond, int clients, Duration time) throws InterruptedException {
    var all = (long) (perSecond * time.toSeconds());
    var next = new AtomicLong();
    var micros = new ConcurrentLinkedQueue<Long>();
    var start = System.nanoTime();
    run(
        clients,
        wire -> {
          for (var i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
            var due = start + (long) (i * 1e9 / perSecond);
            var request = requests.get();
            awaitTime(due);
            accepted(wire.send(request));
            micros.add((System.nanoTime() - due) / 1000);
          }
        });
    return new Figures(micros.stream().mapToLong(Long::longValue).toArray());
  }

  private static void awaitTime(long due) {
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void accepted(int status) {
    if (status != 200) {
      throw new IllegalStateException("answered " + status);
    }
  }

  private void run(int clients, Sending sending) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var tasks =
          IntStream.range(0, clients)
              .mapToObj(client -> threads.submit(() -> connected(sending)))
              .toList();
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.HOURS);
      for (var task : tasks) {
        if (task.state() == Future.State.FAILED) {
          throw new IllegalStateException("a client failed", task.exceptionNow());
        }
      }
    }
  }

  private Void connected(Sending sending) {
    try (var wire = new Wire(server)) {
      sending.run(wire);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The middle one. */
  static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
