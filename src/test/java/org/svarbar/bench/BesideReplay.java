package org.svarbar.bench;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** How fast webhooks are acknowledged while a replay runs, against how fast they are otherwise. */
final class BesideReplay {

  private static final int TICKETS = 5000;
  private static final int WEBHOOKS = 500;
  private static final int WARM_UP = 100;
  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");
  private static final String EVENT =
      "{\"type\":\"ticket.updated\",\"timestamp\":\"2026-11-22T09:15:00Z\",\"data\":"
          + "{\"ticket\":{\"id\":\"1\"},\"change\":{\"status\":\"open\"}}}";

  private BesideReplay() {}

  /** Alone, beside a replay, and alone again: what else the machine does changes meanwhile. */
  static void measure(Product product) {
    var connection = ConnectionForTests.generic(product, "http://127.0.0.1:1");
    var before = acknowledgements(connection);
    var replay = begin(product, connection);
    Eventually.soon().see("it has begun", () -> cases(product, replay), it -> it > 5);
    var first = cases(product, replay);
    var start = System.nanoTime();
    var beside = acknowledgements(connection);
    var seconds = (System.nanoTime() - start) / 1e9;
    var done = cases(product, replay) - first;
    if (!product.get(replay).body().contains("\"running\"")) {
      throw new IllegalStateException("the replay was over before it was measured beside it");
    }
    product.post(replay + "/cancel", "");
    Eventually.within(Duration.ofMinutes(1))
        .see("it is removed", () -> product.delete(replay).status(), it -> it == 204);
    var after = acknowledgements(connection);
    print("acknowledgement-beside-replay-p50", beside, before, after, 0.5);
    print("acknowledgement-beside-replay-p99", beside, before, after, 0.99);
    Figures.print("replayed-meanwhile", done / seconds, "tickets/s");
  }

  /** Against the mean of before and after. */
  private static void print(
      String name, Figures beside, Figures before, Figures after, double share) {
    var alone = (before.millis(share) + after.millis(share)) / 2;
    var value = beside.millis(share);
    Figures.print(name, value, "ms", value / alone, "acknowledgement-alone");
  }

  private static Figures acknowledgements(ConnectionForTests connection) {
    return Figures.of(
        WARM_UP,
        WEBHOOKS,
        () -> Figures.timed(() -> connection.deliver("msg_" + UUID.randomUUID(), EVENT)));
  }

  private static String begin(Product product, ConnectionForTests connection) {
    var mails = DemoKnowledge.mails().stream().filter(it -> !it.expected().isEmpty()).toList();
    var file = new StringBuilder();
    for (var i = 0; i < TICKETS; i++) {
      var mail = mails.get(i % mails.size());
      var ticket =
          Json.createObjectBuilder()
              .add("id", "p" + i)
              .add("subject", mail.subject())
              .add("question", mail.body())
              .add("askedAt", LAST_YEAR.plusSeconds(60L * i).toString())
              .add("reply", DemoKnowledge.answer(mail.language(), mail.expected()));
      file.append(ticket.build()).append('\n');
    }
    var begun =
        product.post("api/triage/replays/file?connection=" + connection.id(), file.toString());
    return "api/triage/replays/" + begun.json().asJsonObject().getJsonNumber("id");
  }

  private static int cases(Product product, String replay) {
    return product.get(replay).json().asJsonObject().getInt("cases");
  }
}
