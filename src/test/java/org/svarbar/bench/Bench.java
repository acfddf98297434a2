package org.svarbar.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;
import org.svarbar.testing.StandardWebhook;

/** Takes the figures of `docs/quality.md`. */
public final class Bench {

  private static final int MAILS = 50;
  private static final int WEBHOOKS = 500;
  private static final int WARM_UP = 100;

  private final KillableServer server;

  private Bench(KillableServer server) {
    this.server = server;
  }

  private interface Part {
    void measure() throws Exception;
  }

  /**
   * @param arguments a folder to work in; how many entries a large FAQ has, such as `10000,100000`;
   *     how many suggestions are timed there; `only=` with the parts wanted, separated by commas
   *     (none: all); `peers=` with the folder of other programs
   */
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "run");
    var parts = new LinkedHashMap<String, Part>();
    parts.put("small", () -> small(folder));
    parts.put("paint", () -> paint(folder));
    parts.put("receiving", () -> Receiving.measure(folder.resolve("receiving")));
    parts.put(
        "peers",
        () ->
            Peers.measure(
                folder.resolve("peers"), Path.of(arguments[4].substring("peers=".length()))));
    parts.put(
        "scale",
        () ->
            Scale.measure(
                folder.resolve("scale"),
                Scale.sizes(arguments[1]),
                Integer.parseInt(arguments[2])));
    for (var part : wanted(parts, arguments[3].substring("only=".length()).strip())) {
      part.measure();
    }
    System.exit(0);
  }

  private static List<Part> wanted(Map<String, Part> parts, String only) {
    if (only.isEmpty()) {
      return List.copyOf(parts.values());
    }
    var names = List.of(only.split(","));
    if (!parts.keySet().containsAll(names)) {
      throw new IllegalArgumentException("parts are " + parts.keySet() + ", not " + only);
    }
    return names.stream().map(parts::get).toList();
  }

  private static void small(Path folder) throws Exception {
    try (var openSearch = openSearch(folder);
        var server = server(folder, openSearch)) {
      var bench = new Bench(server);
      bench.start("first");
      DemoKnowledge.knownTo(server.product());
      server.kill();
      bench.start("second");
      bench.memory(openSearch);
      bench.suggestion();
      bench.acknowledgement();
      BesideReplay.measure(server.product());
      bench.requestTracker();
    }
  }

  private static void paint(Path folder) throws Exception {
    var own = Files.createDirectories(folder.resolve("paint"));
    try (var openSearch = openSearch(own);
        var server = server(own, openSearch)) {
      server.start();
      DemoKnowledge.knownTo(server.product());
      Paint.measure(server.product());
    }
  }

  private static OpenSearchNode openSearch(Path folder) throws IOException {
    return OpenSearchNode.start(
        folder.resolve("opensearch"), folder.resolve("opensearch.log"), KillableServer.freePort());
  }

  private static KillableServer server(Path folder, OpenSearchNode openSearch) throws IOException {
    var h2 = "jdbc:h2:file:" + folder.resolve("svarbar") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    var database = Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", h2);
    return new KillableServer(folder.resolve("server"), openSearch.uri(), database);
  }

  private void start(String which) throws IOException {
    var took = server.start();
    Figures.print("server-start-" + which, took.toMillis() / 1000.0, "s");
    Figures.print("deployment-" + which, deployment().toMillis() / 1000.0, "s");
  }

  /** Between the server's two lines about it. */
  private Duration deployment() throws IOException {
    var lines = Files.readAllLines(server.log());
    return Duration.between(time(lines, "WFLYSRV0027"), time(lines, "WFLYSRV0010"));
  }

  private static LocalTime time(List<String> lines, String code) {
    var line = lines.stream().filter(it -> it.contains(code)).reduce((a, b) -> b).orElseThrow();
    return LocalTime.parse(line.split(" ")[1].replace(',', '.'));
  }

  private void memory(OpenSearchNode openSearch) throws IOException {
    Figures.print("memory-wildfly", resident(server.pid()), "MB");
    Figures.print("memory-opensearch", resident(openSearch.process().pid()), "MB");
  }

  static double resident(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }

  private void suggestion() {
    var mails = DemoKnowledge.mails();
    var program = Programs.of(server.product());
    var next = new int[1];
    var asked =
        Figures.of(
            WARM_UP,
            WEBHOOKS,
            () -> Figures.timed(() -> ask(program, mails.get(next[0]++ % mails.size()))));
    asked.print("suggestion-p50", 0.5);
    asked.print("suggestion-p99", 0.99);
  }

  private static void ask(Product program, Mail mail) {
    var question =
        Json.createObjectBuilder().add("subject", mail.subject()).add("text", mail.body()).build();
    program.post("api/suggestions", question.toString());
  }

  /** Against a webhook that is turned away before anything is stored. */
  private void acknowledgement() {
    var connection = ConnectionForTests.generic(server.product(), "http://127.0.0.1:1");
    var event =
        "{\"type\":\"ticket.updated\",\"timestamp\":\"2026-11-22T09:15:00Z\",\"data\":"
            + "{\"ticket\":{\"id\":\"1\"},\"change\":{\"status\":\"open\"}}}";
    var turnedAway = new StandardWebhook(Map.of(), event.getBytes());
    var refused =
        Figures.of(WARM_UP, WEBHOOKS, () -> Figures.timed(() -> connection.deliver(turnedAway)));
    var stored =
        Figures.of(
            WARM_UP,
            WEBHOOKS,
            () -> Figures.timed(() -> connection.deliver("msg_" + UUID.randomUUID(), event)));
    stored.print("acknowledgement-p50", 0.5, refused, "refused-webhook");
    stored.print("acknowledgement-p99", 0.99, refused, "refused-webhook");
  }

  /**
   * From the row of the webhook to the end of the note, against one bare comment by the same API.
   */
  private void requestTracker() {
    var product = server.product();
    var connection =
        ConnectionForTests.of(product, "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    try (var tracker =
        RealRequestTracker.start(
            product.at("webhooks/" + connection.id()), "--secret", connection.secret())) {
      connection.movedTo(tracker.base().toString(), tracker.account(), tracker.token());
      var mails =
          DemoKnowledge.mails().stream().filter(mail -> !mail.expected().isEmpty()).toList();
      for (var i = 0; i < MAILS; i++) {
        var mail = mails.get(i % mails.size());
        tracker.sendMail(mail.from(), mail.subject() + " " + i, mail.body());
      }
      var done = awaitDone(product, connection);
      var ticket = tracker.ticket(mails.getFirst().subject() + " 0");
      var comment =
          Figures.of(2, 20, () -> Figures.timed(() -> tracker.commentAsAgent(ticket, "x")));
      var notes = new Figures(done);
      Figures.print("rt-notes", done.length, "of-" + MAILS + "-mails");
      notes.print("rt-webhook-to-note-p50", 0.5, comment, "one-comment-by-rt-api");
      notes.print("rt-webhook-to-note-p95", 0.95, comment, "one-comment-by-rt-api");
    }
  }

  private static long[] awaitDone(Product product, ConnectionForTests connection) {
    Eventually.within(Duration.ofMinutes(5))
        .see(
            "all mails are worked on",
            () -> count(product, "deliveries?state=done&connection=" + connection.id()),
            done -> done >= MAILS);
    Eventually.within(Duration.ofMinutes(5))
        .see(
            "all notes are written",
            () -> count(product, "actions?state=open&connection=" + connection.id()),
            open -> open == 0);
    var receivedAt =
        items(product, "deliveries?connection=" + connection.id()).stream()
            .collect(
                Collectors.toMap(item -> item.getString("ticket"), item -> instant(item, "since")));
    return items(product, "actions?connection=" + connection.id()).stream()
        .mapToLong(
            item ->
                Duration.between(
                            receivedAt.get(item.getString("ticket")), instant(item, "finishedAt"))
                        .toNanos()
                    / 1000)
        .toArray();
  }

  private static int count(Product product, String path) {
    return product.get("api/" + path).json().asJsonObject().getInt("count");
  }

  private static List<JsonObject> items(Product product, String path) {
    return product
        .get("api/" + path)
        .json()
        .asJsonObject()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private static Instant instant(JsonObject item, String name) {
    return Instant.parse(item.getString(name));
  }
}
