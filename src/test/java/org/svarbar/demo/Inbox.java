package org.svarbar.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.svarbar.platform.Json;

/** All tickets, in memory and in one file that is written after each change. Thread-safe. */
final class Inbox {

  private static final int FIRST_NUMBER = 1001;

  private final Path file;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, DemoTicket> tickets = new LinkedHashMap<>();
  private final Map<String, String> done = new HashMap<>();

  /**
   * What lies in the file: the tickets, and for the key of each call that wrote a message the
   * message's id.
   */
  public record Saved(List<DemoTicket> tickets, Map<String, String> done) {}

  Inbox(Path file, Clock clock) throws IOException {
    this.file = file;
    this.clock = clock;
    if (Files.exists(file)) {
      var saved = Json.read(Files.readString(file), Saved.class);
      saved.tickets().forEach(ticket -> tickets.put(ticket.id(), ticket));
      done.putAll(saved.done());
    }
  }

  /** Opens a ticket with what the customer wrote. */
  DemoTicket open(String requester, String subject, String text) {
    return locked(
        () -> {
          var number = FIRST_NUMBER;
          while (tickets.containsKey(Integer.toString(number))) {
            number++;
          }
          var now = now();
          var first = new Contribution("1", "requester", requester, text, "", false, now);
          return put(
              new DemoTicket(
                  Integer.toString(number), subject, requester, now, List.of(), List.of(first)));
        });
  }

  /** Adds what somebody wrote; empty when there is no such ticket. */
  Optional<DemoTicket> write(String id, String author, String by, String text) {
    return locked(
        () ->
            find(id).map(ticket -> put(ticket.with(message(ticket, author, by, text, "", false)))));
  }

  /**
   * Adds what Svarbar wrote, once for each key. A ticket that we never saw was sent to Svarbar past
   * us: it is taken in with what we know, which is this.
   *
   * @return the message's id
   */
  String writeOnce(String id, String key, String text, String html, boolean internal) {
    return locked(
        () -> {
          if (done.containsKey(key)) {
            return done.get(key);
          }
          var ticket = find(id).orElseGet(() -> unseen(id));
          var message = message(ticket, "svarbar", "Svarbar", text, html, internal);
          done.put(key, message.id());
          put(ticket.with(message));
          return message.id();
        });
  }

  Optional<DemoTicket> tag(String id, String tag) {
    return locked(() -> find(id).map(ticket -> put(ticket.with(tag))));
  }

  Optional<DemoTicket> find(String id) {
    return locked(() -> Optional.ofNullable(tickets.get(id)));
  }

  /** The newest change first. */
  List<DemoTicket> all() {
    return locked(
        () -> {
          var all = new ArrayList<>(tickets.values());
          all.sort(Comparator.comparing(DemoTicket::changedAt).reversed());
          return all;
        });
  }

  /**
   * Svarbar's last note on a ticket that has at least this many messages, waiting for it this long.
   */
  Optional<Contribution> awaitNote(String id, int messages, Duration longest) {
    return locked(
        () -> {
          var left = longest.toNanos();
          while (true) {
            var note =
                find(id)
                    .filter(ticket -> ticket.messages().size() >= messages)
                    .flatMap(DemoTicket::latestNote);
            if (note.isPresent() || left <= 0) {
              return note;
            }
            left = awaitChange(left);
          }
        });
  }

  private long awaitChange(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private DemoTicket unseen(String id) {
    return new DemoTicket(
        id, "(sent straight to Svarbar's webhook)", "unknown", now(), List.of(), List.of());
  }

  private Contribution message(
      DemoTicket ticket, String author, String by, String text, String html, boolean internal) {
    var id = Integer.toString(ticket.messages().size() + 1);
    return new Contribution(id, author, by, text, html, internal, now());
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private DemoTicket put(DemoTicket ticket) {
    tickets.put(ticket.id(), ticket);
    var text = Json.write(new Saved(List.copyOf(tickets.values()), Map.copyOf(done)));
    try {
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changed.signalAll();
    return ticket;
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
