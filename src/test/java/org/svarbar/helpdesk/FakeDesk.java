package org.svarbar.helpdesk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Person;

/**
 * A helpdesk with tickets in it, at the other end of a real connection. It keeps them in our words;
 * a vendor's fake puts them into the vendor's, and lets in whom the vendor would. Can be told to
 * fail.
 */
public abstract class FakeDesk implements AutoCloseable {

  public static final Person REQUESTER = new Person("8", "Åsa Öberg", "asa.oberg@example.com");
  public static final Person AGENT = new Person("5", "Agneta Lind", "agneta.lind@example.org");
  public static final Person SYSTEM = new Person("1", "", "");
  public static final Person SVARBAR = new Person("99", "Svarbar", "svarbar@example.org");

  /** When everything happens in the fake, a second between one thing and the next. */
  public static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private final FakeHelpdesk server = FakeHelpdesk.start();
  private final Map<String, FakeTicket> tickets = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger(80);
  private final AtomicInteger seconds = new AtomicInteger();
  private final AtomicReference<Reply> failure = new AtomicReference<>();
  private volatile boolean cutsOff;

  /** Lets it answer. */
  final FakeDesk start() {
    for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      server.on(method, ".*", this::handle);
    }
    return this;
  }

  /** What answers a request that was let in. */
  protected abstract Reply answer(Received request);

  /** Whether the request carries what {@link #credential} opens. */
  protected abstract boolean isLetIn(Received request);

  /** What an administrator enters as the credential. */
  public abstract String credential();

  /** What an administrator enters as our account. */
  public String account() {
    return SVARBAR.email();
  }

  /** What an administrator enters as the base address. */
  public URI base() {
    return server.base();
  }

  private Reply handle(Received request) {
    var instead = failure.getAndSet(null);
    if (instead != null) {
      return instead;
    }
    if (!isLetIn(request)) {
      return Reply.json(401, "{\"error\": \"text of the vendor's\"}");
    }
    var reply = answer(request);
    if (cutsOff && !request.method().equals("GET")) {
      cutsOff = false;
      throw new IllegalStateException("the connection breaks after the work is done");
    }
    return reply;
  }

  /** Answers the next request with this status, without doing anything. */
  public void failOnce(int status, Map<String, String> headers) {
    failure.set(new Reply(status, headers, "{\"error\": \"text of the vendor's\"}"));
  }

  /** Answers the next request with a page for people, as log-in proxies do. */
  public void showPageOnce() {
    var headers = Map.of("Content-Type", "text/html");
    failure.set(new Reply(200, headers, "<!doctype html><title>Log in</title>"));
  }

  /**
   * Does what the next writing request asks for, and breaks the connection off before the answer.
   */
  public void cutOffOnce() {
    cutsOff = true;
  }

  /** A ticket with nothing in it yet. */
  public String open(String subject, String group) {
    var ticket = new FakeTicket(newId(), subject, group, now());
    tickets.put(ticket.id(), ticket);
    return ticket.id();
  }

  /** Our account opens a ticket for {@link #REQUESTER}; returns its id. */
  protected final String openFor(Person writtenBy, String subject, String group, String body) {
    var id = open(subject, group);
    var message =
        new Message(newId(), writtenBy, Message.Author.REQUESTER, body, false, false, now());
    ticket(id).orElseThrow().write(message);
    return id;
  }

  /** A plain-text message of somebody's; returns its id. */
  public String write(String ticket, Message.Author author, boolean internal, String body) {
    return write(ticket, author, internal, false, body);
  }

  /** An HTML message of somebody's; returns its id. */
  public String writeHtml(String ticket, Message.Author author, boolean internal, String body) {
    return write(ticket, author, internal, true, body);
  }

  protected final String write(
      String ticket, Message.Author author, boolean internal, boolean html, String body) {
    var by =
        switch (author) {
          case REQUESTER -> REQUESTER;
          case AGENT -> AGENT;
          case SYSTEM -> SYSTEM;
          case SVARBAR -> SVARBAR;
        };
    var message = new Message(newId(), by, author, body, html, internal, now());
    ticket(ticket).orElseThrow().write(message);
    return message.id();
  }

  public Optional<FakeTicket> ticket(String id) {
    return Optional.ofNullable(tickets.get(id));
  }

  protected final List<FakeTicket> changedSince(Instant since) {
    return tickets.values().stream()
        .filter(ticket -> !ticket.changedAt().isBefore(since))
        .sorted(java.util.Comparator.comparing(FakeTicket::changedAt))
        .toList();
  }

  /** What was asked of it so far. */
  public List<Received> received() {
    return server.received();
  }

  protected final Instant now() {
    return START.plusSeconds(seconds.incrementAndGet());
  }

  protected final String newId() {
    return String.valueOf(ids.incrementAndGet());
  }

  @Override
  public void close() {
    server.close();
  }
}
