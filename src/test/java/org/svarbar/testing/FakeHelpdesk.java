package org.svarbar.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A helpdesk at the other end of a real connection: remembers what it was asked and answers as the
 * test says. Rules are tried from the newest to the oldest; what no rule fits is answered with 404.
 * Thread-safe.
 */
public final class FakeHelpdesk implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private static final int NO_ANSWER = -1;

  private FakeHelpdesk(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of this machine. */
  public static FakeHelpdesk start() {
    return startAt(0);
  }

  /** Starts one on this port of this machine; 0: a free one. */
  public static FakeHelpdesk startAt(int port) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var helpdesk = new FakeHelpdesk(HttpServer.create(here, 0));
      helpdesk.server.setExecutor(helpdesk.threads);
      helpdesk.server.createContext("/", helpdesk::handle);
      helpdesk.server.start();
      return helpdesk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, without a slash at the end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Says how to answer.
   *
   * @param pathPattern a regular expression for the whole path, without the query
   */
  public FakeHelpdesk on(String method, String pathPattern, Function<Received, Reply> answer) {
    rules.addFirst(new Rule(method, pathPattern, answer));
    return this;
  }

  /** Everything it was asked so far, oldest first. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** What it was asked with this method at paths that fit this regular expression, oldest first. */
  public List<Received> received(String method, String pathPattern) {
    return received.stream()
        .filter(one -> one.method().equals(method) && one.path().matches(pathPattern))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = Received.of(exchange);
      received.add(request);
      var reply = answer(request);
      if (reply.status() == NO_ANSWER) {
        return;
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply answer(Received request) {
    return rules.stream()
        .filter(rule -> rule.fits(request))
        .findFirst()
        .map(rule -> rule.answer().apply(request))
        .orElseGet(() -> Reply.status(404));
  }

  private record Rule(String method, String pathPattern, Function<Received, Reply> answer) {

    boolean fits(Received request) {
      return method.equals(request.method()) && request.path().matches(pathPattern);
    }
  }

  /**
   * One request that came in; header names are in lower case, of repeated headers the first counts.
   */
  public record Received(String method, URI uri, Map<String, String> headers, String body) {

    public String path() {
      return uri.getPath();
    }

    private static Received of(HttpExchange exchange) throws IOException {
      var headers =
          exchange.getRequestHeaders().entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      header -> header.getValue().getFirst()));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      return new Received(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }
  }

  /** One answer. */
  public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply json(String body) {
      return json(200, body);
    }

    public static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }

    /** The connection is closed instead of answering, after the request was taken. */
    public static Reply none() {
      return status(NO_ANSWER);
    }

    public static Reply status(int status) {
      return new Reply(status, Map.of(), "");
    }
  }
}
