package org.svarbar.crash;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.StandardWebhook;

/**
 * Customers who open tickets, from several threads at once. A webhook that was not answered 200 is
 * not sent again: what is counted is only what was acknowledged.
 */
final class Load implements AutoCloseable {

  private static final int THREADS = 6;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 200;

  private final Product product;
  private final GenericHelpdesk helpdesk;
  private final String connection;
  private final String secret;
  private final String prefix;
  private final int most;
  private final long pauseMillis;
  // asked in the entries' own words: how well is found what is asked differently is not the
  // question here
  private final List<String> questions =
      DemoKnowledge.mails().stream()
          .filter(mail -> !mail.expected().isEmpty())
          .map(Mail::expectedTitle)
          .toList();
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> acked = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Long> milliseconds = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param most how many acknowledged deliveries there shall be
   * @param pauseMillis how long each thread waits after each
   */
  Load(
      Product product,
      GenericHelpdesk helpdesk,
      String connection,
      String secret,
      int most,
      long pauseMillis) {
    this.product = product.anonymously();
    this.helpdesk = helpdesk;
    this.connection = connection;
    this.secret = secret;
    this.prefix = connection + "-";
    this.most = most;
    this.pauseMillis = pauseMillis;
  }

  void start() {
    for (var i = 0; i < THREADS; i++) {
      threads.add(Thread.ofPlatform().daemon().start(this::send));
    }
  }

  Set<String> acked() {
    return Collections.unmodifiableSet(acked);
  }

  boolean isOver() {
    return acked.size() >= most;
  }

  /** How long acknowledged deliveries took. */
  LongSummaryStatistics milliseconds() {
    return milliseconds.stream().mapToLong(Long::longValue).summaryStatistics();
  }

  @Override
  public void close() {
    stopped = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void send() {
    while (!stopped && !isOver()) {
      var id = prefix + number.incrementAndGet();
      var question = questions.get(Math.floorMod(id.hashCode(), questions.size()));
      var event = helpdesk.open(id, question, question);
      try {
        deliver(id, event);
        Thread.sleep(pauseMillis);
      } catch (UncheckedIOException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void deliver(String id, String event) {
    var webhook = StandardWebhook.of(secret, "msg_" + id, event);
    var start = System.nanoTime();
    var answer = product.webhook(connection, webhook.body(), webhook.headers());
    if (answer.status() == 200) {
      milliseconds.add((System.nanoTime() - start) / 1_000_000);
      acked.add(id);
    } else {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
