package org.svarbar.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.svarbar.crash.KillableServer;
import org.svarbar.crash.PostgresServer;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.StandardWebhook;

/**
 * How many webhooks a second become rows, against the same row inserted by pgbench and against an
 * application that does nothing; and how fast they are acknowledged while OpenSearch and the
 * helpdesk are both away. The server runs as WildFly's own scripts start it, on PostgreSQL as it
 * comes: what is acknowledged is on the disk.
 */
final class Receiving {

  /** The Java machine's options as WildFly's own scripts leave them; later ones count. */
  static final List<String> AS_INSTALLED =
      List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC");

  private static final int CLIENTS = 32;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final String NOBODY = "http://127.0.0.1:1";

  private final PostgresServer postgresql;
  private final Path folder;
  private final Clients webhooks;
  private final Clients nothing;

  private Receiving(PostgresServer postgresql, Path folder, KillableServer server)
      throws IOException {
    this.postgresql = postgresql;
    this.folder = folder;
    var connection = ConnectionForTests.generic(server.product(), NOBODY);
    var address = server.product().at("webhooks/" + connection.id());
    webhooks = new Clients(address, () -> webhook(address, connection));
    var beside = address.resolve("/noop/take");
    nothing = new Clients(beside, () -> Wire.post(beside, Map.of(), mail("1").getBytes()));
  }

  static void measure(Path folder) throws Exception {
    Files.createDirectories(folder);
    try (var postgresql = new PostgresServer(Files.createDirectories(folder.resolve("db")));
        var server =
            new KillableServer(
                folder.resolve("server"), URI.create(NOBODY), environment(postgresql))) {
      server.with(AS_INSTALLED);
      server.start();
      var war = folder.resolve("noop.war");
      NoOp.writeTo(war);
      server.deployBeside(war);
      new Receiving(postgresql, folder, server).measure();
    }
  }

  static Map<String, String> environment(PostgresServer server) {
    return Map.of(
        "SVARBAR_DB_DRIVER", "postgresql",
        "SVARBAR_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
        "SVARBAR_DB_USER", "postgres",
        "SVARBAR_DB_PASSWORD", "postgres");
  }

  private void measure() throws Exception {
    Eventually.within(Duration.ofMinutes(1))
        .see("the application that does nothing", this::answers, it -> it);
    nothing.asFastAsTheyCan(CLIENTS, ROUND);
    webhooks.asFastAsTheyCan(CLIENTS, ROUND.multipliedBy(2));
    var rows = new double[ROUNDS];
    var noOps = new double[ROUNDS];
    var inserts = new double[ROUNDS];
    var program = PgBench.prepare(postgresql, folder);
    for (var round = 0; round < ROUNDS; round++) {
      inserts[round] = program.insertsPerSecond(CLIENTS, ROUND);
      rows[round] = webhooks.asFastAsTheyCan(CLIENTS, ROUND);
      noOps[round] = nothing.asFastAsTheyCan(CLIENTS, ROUND);
    }
    var peak = Clients.median(rows);
    Figures.print("durable-ingest", peak, "1/s", peak / Clients.median(inserts), "pgbench");
    Figures.print("durable-ingest", peak, "1/s", peak / Clients.median(noOps), "no-op-post");
    var half = peak / 2;
    webhooks.evenly(half, 2 * CLIENTS, ROUND);
    Figures.print("outage-rate", half, "1/s");
    var acknowledged = webhooks.evenly(half, 2 * CLIENTS, OUTAGE);
    acknowledged.print("outage-acknowledgement-p50", 0.5);
    acknowledged.print("outage-acknowledgement-p99", 0.99);
    acknowledged.print("outage-acknowledgement-p99.9", 0.999);
    acknowledged.print("outage-acknowledgement-max", 1);
  }

  private boolean answers() {
    try (var wire = new Wire(nothing.server())) {
      return wire.send(nothing.requests().get()) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] webhook(URI address, ConnectionForTests connection) {
    var id = UUID.randomUUID().toString();
    var signed = StandardWebhook.of(connection.secret(), "msg_" + id, mail(id));
    return Wire.post(address, signed.headers(), signed.body());
  }

  private static String mail(String id) {
    return """
    {"type":"ticket.created","timestamp":"2026-11-22T09:15:00Z","data":{"ticket":{"id":"%s",\
    "subject":"Jag har glömt mitt lösenord"}}}\
    """
        .formatted(id);
  }
}
