package org.svarbar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.RealRequestTracker;

/** What a server that is killed by SIGKILL leaves undone, it does once it is started again. */
class ReplayCrashIT {

  private static final long SEED = 20_261_122L;
  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");
  private static final int TICKETS = 200;
  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(90));
  private static final String QUESTION =
      "Hej! Jag har glömt mitt lösenord till Mina sidor. Hur byter jag det?";

  private static OpenSearchNode openSearch;
  private static KillableServer server;

  @BeforeAll
  static void startOneOfItsOwn() throws IOException {
    var folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "crash");
    openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort());
    var url = "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0";
    server =
        new KillableServer(
            folder.resolve("wildfly"),
            openSearch.uri(),
            Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", url + ";DB_CLOSE_ON_EXIT=FALSE"));
    server.start();
    DemoKnowledge.knownTo(server.product());
  }

  @AfterAll
  static void stop() {
    server.close();
    openSearch.close();
  }

  @Test
  void aReplayInARealHelpdeskGoesOnAfterTwoKillsAndJudgesEachTicketOnce() throws IOException {
    System.out.println("seed " + SEED + ", " + TICKETS + " tickets");
    var product = server.product();
    var connection =
        ConnectionForTests.of(product, "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    try (var tracker = RealRequestTracker.start(product.at("webhooks/" + connection.id()))) {
      connection.movedTo(tracker.base().toString(), tracker.account(), tracker.token());
      tracker.putPastTickets(
          PastMail.some(TICKETS, SEED, LAST_YEAR).stream()
              .map(it -> it.inTracker().build().toString())
              .toList());
      var replay = ReplayForTests.ofYear(connection, LAST_YEAR, TICKETS);

      // within the first tickets that were fetched together, and when some of these were done
      for (var reached : List.of(10, 70)) {
        IN_TIME.see("it has got so far", replay::cases, it -> it >= reached);
        server.kill();
        var start = server.start();
        System.out.printf(
            "killed, started again in %d s, has %d cases%n", start.toSeconds(), replay.cases());
        assertThat(replay.standing().getString("state")).isEqualTo("running");
        assertThat(replay.cases()).isBetween(reached, TICKETS - 1);
      }
      replay.finished(Duration.ofMinutes(5));

      assertThat(replay.cases()).isEqualTo(TICKETS);
      assertThat(replay.standing().getInt("found")).isEqualTo(TICKETS);
      var rows = product.get(replay.at("/cases.csv")).body().lines().skip(1).toList();
      assertThat(rows.stream().map(row -> row.split(",")[0]).distinct()).hasSize(TICKETS);
      var decided = replay.count("right") + replay.count("wrong");
      assertThat(decided).isGreaterThan(TICKETS / 2);
      assertThat(judged(connection)).isEqualTo(decided);
    }
  }

  @Test
  void customersAreAnsweredOnceWhereverItIsKilled() throws Exception {
    try (var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
      connection.judge(80);
      assertThat(connection.promise()).isEqualTo("granted");
      connection.conduct("{\"mode\":\"reply\",\"mostPerDay\":20}");
      var isTaken = new CountDownLatch(1);
      var isKilled = new CountDownLatch(1);
      helpdesk.disturbReplies(
          ticket ->
              switch (ticket) {
                case "unsent" -> Disturbance.refused(Reply.status(503));
                case "taken" -> takenAsItDies(isTaken, isKilled);
                default -> throw new IllegalStateException(ticket);
              });

      open(helpdesk, connection, "unsent");
      IN_TIME.see("it was tried", helpdesk::replyTries, tries -> tries > 0);
      open(helpdesk, connection, "taken");
      assertThat(isTaken.await(90, TimeUnit.SECONDS)).as("it was sent").isTrue();
      server.kill();
      isKilled.countDown();
      assertThat(helpdesk.replies("unsent")).isEmpty();
      helpdesk.disturbReplies(ticket -> Disturbance.NONE);
      server.start();

      for (var ticket : List.of("unsent", "taken")) {
        IN_TIME.see("the answer", () -> helpdesk.replies(ticket), sent -> !sent.isEmpty());
      }
      IN_TIME.see("no action is open", () -> open(connection), open -> open == 0);
      for (var ticket : List.of("unsent", "taken")) {
        assertThat(helpdesk.replies(ticket)).as(ticket).hasSize(1);
        assertThat(Jsoup.parse(helpdesk.replies(ticket).getFirst()).text())
            .contains("Det här är ett automatiskt svar");
      }
      System.out.println("killed while sending: " + helpdesk.replyTries() + " tries, 2 replies");
    }
  }

  /** The helpdesk has it, and whoever sent it is dead before they hear of it. */
  private static Disturbance takenAsItDies(CountDownLatch isTaken, CountDownLatch isKilled) {
    isTaken.countDown();
    try {
      assertThat(isKilled.await(90, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Disturbance.answerLost();
  }

  private static void open(GenericHelpdesk helpdesk, ConnectionForTests to, String ticket) {
    var event = helpdesk.open(ticket, ticket + "@example.com", "Lösenord", QUESTION);
    assertThat(to.deliver("msg_" + UUID.randomUUID(), event).status()).isEqualTo(200);
  }

  private static int open(ConnectionForTests connection) {
    return at(connection, "api/actions?state=open&connection=").getInt("count");
  }

  private static int judged(ConnectionForTests connection) {
    return at(connection, "api/triage/outcomes/").getInt("judged");
  }

  private static JsonObject at(ConnectionForTests connection, String path) {
    return server.product().get(path + connection.id()).json().asJsonObject();
  }
}
