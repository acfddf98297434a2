package org.svarbar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;

/** Stands between the product and a real helpdesk, and can hold up what is to be sent. */
public final class Relay implements AutoCloseable {

  private static final Set<String> PASSED_ON = Set.of("authorization", "content-type");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final FakeHelpdesk server = FakeHelpdesk.start();
  private final URI to;
  private volatile Function<Received, Fault> faults = any -> Fault.NONE;

  /** What happens to a request. */
  public enum Fault {
    NONE,
    /** the helpdesk never gets it */
    NOT_PASSED_ON,
    /** the helpdesk does it, and the answer is lost */
    ANSWER_LOST
  }

  public Relay(URI to) {
    this.to = to;
    for (var method : Set.of("GET", "POST", "PUT")) {
      server.on(method, ".*", this::answer);
    }
  }

  public String base() {
    return server.base().toString();
  }

  public void disturb(Function<Received, Fault> faults) {
    this.faults = faults;
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Received asked) {
    return switch (faults.apply(asked)) {
      case NONE -> passedOn(asked);
      case NOT_PASSED_ON -> Reply.status(503);
      case ANSWER_LOST -> {
        passedOn(asked);
        yield Reply.none();
      }
    };
  }

  private Reply passedOn(Received asked) {
    var address = URI.create(to + asked.uri().toString());
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .method(asked.method(), BodyPublishers.ofString(asked.body()));
    asked.headers().entrySet().stream()
        .filter(header -> PASSED_ON.contains(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      var headers = new HashMap<String, String>();
      for (var name : Set.of("Content-Type", "Location")) {
        answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
      }
      return new Reply(answer.statusCode(), headers, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
