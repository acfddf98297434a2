package org.svarbar.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.svarbar.crash.KillableServer;
import org.svarbar.crash.PostgresServer;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.StandardWebhook;

/**
 * How many webhooks a second are received, and how many go all the way to a note, beside Node-RED
 * and n8n with a flow that searches the same entries once and writes a note: without languages,
 * confidence, signatures, or anything that survives a crash.
 */
final class Peers {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(8);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private final NoteStub helpdesk;

  private Peers(NoteStub helpdesk) {
    this.helpdesk = helpdesk;
  }

  /** What a receiver can do: webhooks answered, and notes written, a second. */
  private record Rates(double received, double whole) {}

  /**
   * @param installed the folder in whose folders `node-red` and `n8n` npm installed them; what is
   *     not there is skipped, with a line that says so
   */
  static void measure(Path folder, Path installed) throws Exception {
    Files.createDirectories(folder);
    try (var openSearch =
            OpenSearchNode.start(
                folder.resolve("opensearch"),
                folder.resolve("opensearch.log"),
                KillableServer.freePort());
        var helpdesk = new NoteStub(Peers::ticket)) {
      fill(openSearch.uri());
      var peers = new Peers(helpdesk);
      var own = peers.own(folder, openSearch);
      Figures.print("received", own.received(), "1/s");
      Figures.print("webhook-to-note", own.whole(), "1/s");
      for (var name : List.of("node-red", "n8n")) {
        if (Files.isDirectory(installed.resolve(name + "/node_modules"))) {
          var other = peers.other(name, installed.resolve(name), folder, openSearch.uri());
          Figures.print("received-by-" + name, other.received(), "1/s");
          Figures.print("received", own.received(), "1/s", own.received() / other.received(), name);
          Figures.print("webhook-to-note-by-" + name, other.whole(), "1/s");
          Figures.print("webhook-to-note", own.whole(), "1/s", own.whole() / other.whole(), name);
        } else {
          System.out.println("bench name=" + name + " skipped=not-installed-in-" + installed);
        }
      }
    }
  }

  private Rates own(Path folder, OpenSearchNode openSearch) throws Exception {
    try (var postgresql = new PostgresServer(Files.createDirectories(folder.resolve("db")));
        var server =
            new KillableServer(
                folder.resolve("server"), openSearch.uri(), Receiving.environment(postgresql))) {
      server.with(Receiving.AS_INSTALLED);
      server.start();
      DemoKnowledge.knownTo(server.product());
      var all = ConnectionForTests.generic(server.product(), helpdesk.base());
      var only = ConnectionForTests.generic(server.product(), helpdesk.base());
      only.conduct("{\"mode\":\"off\"}");
      return rates(
          new Clients(address(only), () -> signed(only)),
          new Clients(address(all), () -> signed(all)));
    }
  }

  private Rates other(String name, Path installed, Path folder, URI search) throws Exception {
    var base = search.toString().replaceAll("/$", "");
    try (var peer =
        name.equals("n8n")
            ? Peer.n8n(installed, folder.resolve(name), base, helpdesk.base())
            : Peer.nodeRed(installed, folder.resolve(name), base, helpdesk.base())) {
      return rates(plain(peer.receive()), plain(peer.whole()));
    }
  }

  private Rates rates(Clients receive, Clients whole) throws InterruptedException {
    receive.asFastAsTheyCan(CLIENTS, ROUND);
    whole(whole);
    var received = new double[ROUNDS];
    var wholes = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      received[round] = receive.asFastAsTheyCan(CLIENTS, ROUND);
      wholes[round] = whole(whole);
    }
    return new Rates(Clients.median(received), Clients.median(wholes));
  }

  /** From the first webhook to the last note. */
  private double whole(Clients clients) throws InterruptedException {
    var before = helpdesk.notes();
    var start = System.nanoTime();
    var sent = Math.round(clients.asFastAsTheyCan(CLIENTS, ROUND) * ROUND.toNanos() / 1e9);
    var end = new long[] {System.nanoTime()};
    var seen = new long[] {helpdesk.notes()};
    Eventually.within(LONGEST_REST)
        .see(
            "all notes",
            () -> {
              if (helpdesk.notes() > seen[0]) {
                seen[0] = helpdesk.notes();
                end[0] = System.nanoTime();
              }
              return seen[0] - before;
            },
            notes -> notes >= sent - CLIENTS);
    return (seen[0] - before) * 1e9 / (end[0] - start);
  }

  private static URI address(ConnectionForTests connection) {
    return connection.product().at("webhooks/" + connection.id());
  }

  private static byte[] signed(ConnectionForTests connection) {
    var id = UUID.randomUUID().toString();
    var webhook = StandardWebhook.of(connection.secret(), "msg_" + id, mail(id));
    return Wire.post(address(connection), webhook.headers(), webhook.body());
  }

  private static Clients plain(URI address) {
    return new Clients(
        address,
        () ->
            Wire.post(
                address,
                Map.of(),
                mail(UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8)));
  }

  private static String mail(String id) {
    return """
    {"type":"ticket.created","timestamp":"2026-11-22T09:15:00Z","data":{"ticket":%s}}\
    """
        .formatted(ticket(id));
  }

  /** It asks one of the questions of the demo's mails. */
  private static String ticket(String id) {
    var questions = Questions.ALL;
    var question = questions.get(Math.floorMod(id.hashCode(), questions.size()));
    return """
    {"id":"%1$s","subject":%2$s,"requester":{"name":"Annika Berg"},"messages":[{"id":"1",\
    "author":"requester","createdAt":"2026-11-22T09:15:00Z","body":%2$s}]}\
    """
        .formatted(id, Json.createValue(question));
  }

  private static final class Questions {
    static final List<String> ALL =
        DemoKnowledge.mails().stream()
            .filter(mail -> !mail.expected().isEmpty())
            .map(DemoKnowledge.Mail::expectedTitle)
            .toList();
  }

  /** What the peers search: each answer that a mail of the demo asks for. */
  private static void fill(URI openSearch) throws IOException, InterruptedException {
    var bulk = new StringBuilder();
    for (var mail : DemoKnowledge.mails()) {
      if (!mail.expected().isEmpty()) {
        var entry =
            Json.createObjectBuilder()
                .add("title", mail.expectedTitle())
                .add("answer", DemoKnowledge.answer(mail.language(), mail.expected()));
        bulk.append("{\"index\":{}}\n").append(entry.build()).append('\n');
      }
    }
    var request =
        HttpRequest.newBuilder(openSearch.resolve("/faq/_bulk?refresh=true"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(bulk.toString()))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.body());
      }
    }
  }
}
