package org.svarbar.crash;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.StandardWebhook;

/**
 * Customers each of whom opens a ticket, waits for its note, and opens the next: how many tickets a
 * second go all the way.
 */
final class Customers implements AutoCloseable {

  private static final long LOOK_MILLIS = 5;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 50;

  private final GenericHelpdesk helpdesk;
  private final ConnectionForTests connection;
  private final String prefix;
  private final String question = DemoKnowledge.mails().getFirst().expectedTitle();
  private final AtomicInteger number = new AtomicInteger();
  private final LongAdder served = new LongAdder();
  private final Set<String> acked = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  Customers(GenericHelpdesk helpdesk, ConnectionForTests connection) {
    this(helpdesk, connection, connection.id());
  }

  /**
   * @param prefix which their tickets' names begin with
   */
  Customers(GenericHelpdesk helpdesk, ConnectionForTests connection, String prefix) {
    this.helpdesk = helpdesk;
    this.connection = connection;
    this.prefix = prefix;
  }

  ConnectionForTests connection() {
    return connection;
  }

  /** So many more of them. */
  void come(int more) {
    for (var i = 0; i < more; i++) {
      threads.add(Thread.ofVirtual().start(this::openOneAfterTheOther));
    }
  }

  /** Notes that somebody waited for and got. */
  long served() {
    return served.sum();
  }

  /** Tickets whose webhook was answered 200. */
  Set<String> acked() {
    return acked;
  }

  private void openOneAfterTheOther() {
    while (!stopped) {
      var ticket = prefix + "-" + number.incrementAndGet();
      var event = helpdesk.open(ticket, question, question);
      if (isTaken(ticket, event)) {
        awaitNote(ticket);
      }
    }
  }

  /** Tells until it is taken, as helpdesks do that try again. */
  private boolean isTaken(String ticket, String event) {
    while (!stopped) {
      var webhook = StandardWebhook.of(connection.secret(), "msg_" + ticket, event);
      try {
        if (connection.deliver(webhook).status() == 200) {
          acked.add(ticket);
          return true;
        }
      } catch (UncheckedIOException e) {
        // nobody there just now
      }
      pause(PAUSE_AFTER_FAILURE_MILLIS);
    }
    return false;
  }

  private void awaitNote(String ticket) {
    while (!stopped && helpdesk.notes(ticket).isEmpty()) {
      pause(LOOK_MILLIS);
    }
    if (!stopped) {
      served.increment();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
}
