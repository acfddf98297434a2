package org.svarbar.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import org.svarbar.demo.Web.Answer;
import org.svarbar.demo.Web.Asked;
import org.svarbar.testing.Tether;

/**
 * The process: a port, the file for its tickets and Svarbar's webhook address as arguments; the
 * webhook's secret and the token that Svarbar shows in the environment variables `DEMO_SECRET` and
 * `DEMO_TOKEN`.
 */
public final class DemoHelpdesk {

  private final HelpdeskCalls calls;
  private final InboxPages pages;

  private DemoHelpdesk(HelpdeskCalls calls, InboxPages pages) {
    this.calls = calls;
    this.pages = pages;
  }

  public static void main(String[] arguments) throws IOException {
    Tether.hold();
    var clock = Clock.systemUTC();
    var inbox = new Inbox(Path.of(arguments[1]), clock);
    var webhooks = new Webhooks(URI.create(arguments[2]), System.getenv("DEMO_SECRET"), clock);
    var helpdesk =
        new DemoHelpdesk(
            new HelpdeskCalls(inbox, System.getenv("DEMO_TOKEN")),
            new InboxPages(inbox, webhooks, SampleMail.all()));
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", helpdesk::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(Asked.of(exchange)).send(exchange);
    } catch (RuntimeException e) {
      e.printStackTrace();
      Answer.text(500, "something went wrong, the log says what\n").send(exchange);
    }
  }

  private Answer answer(Asked asked) throws IOException {
    if (asked.path().startsWith("/api/")) {
      return calls.answer(asked);
    }
    return switch (asked.path()) {
      case "/inbox.css" -> file("inbox.css", "text/css");
      case "/inbox.js" -> file("inbox.js", "text/javascript");
      default -> pages.answer(asked);
    };
  }

  private static Answer file(String name, String type) throws IOException {
    try (var file = DemoHelpdesk.class.getResourceAsStream(name)) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(200, Map.of("Content-Type", type + "; charset=utf-8"), text);
    }
  }
}
