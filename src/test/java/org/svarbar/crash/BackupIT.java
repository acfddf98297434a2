package org.svarbar.crash;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DocumentedCommands;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;

/**
 * A backup as `docs/operations.md` says it brings back all that was there when it was made, and
 * what came in after it is found again in the helpdesk; nobody gets a second note.
 */
class BackupIT {

  private static final Path OPERATIONS = Path.of("docs/operations.md");
  private static final Eventually IN_TIME = Eventually.within(Duration.ofMinutes(2));
  private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);
  private static final String LATER = "Var bor jordsvinet?";

  private static Path folder;
  private static OpenSearchNode openSearch;
  private static DocumentedCommands commands;

  /** A database with what an operator types for it. */
  private record Kept(Map<String, String> environment, Map<String, String> typed, String path) {}

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "backup");
    openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort());
    commands = DocumentedCommands.of(OPERATIONS, "## Backup, restore, upgrade");
  }

  @AfterAll
  static void stop() {
    openSearch.close();
  }

  @Test
  void ofPostgresqlIsMadeWhileWebhooksComeIn() throws Exception {
    var place = Files.createDirectories(folder.resolve("of-postgresql"));
    try (var database = new PackagedPostgres(place)) {
      var kept =
          new Kept(
              database.environment(),
              Map.of("db.example.com", database.address()),
              database.bin() + ":" + System.getenv("PATH"));
      backUpAndRestore(place, kept, "pg_dump", "pg_restore", true);
    }
  }

  @Test
  void ofH2IsACopyOfItsFile() throws Exception {
    var place = Files.createDirectories(folder.resolve("of-h2"));
    var file = place.resolve("svarbar");
    var kept =
        new Kept(
            Database.h2(place, ";WRITE_DELAY=0").environment(),
            Map.of("\"$WILDFLY_HOME\"/standalone/data/svarbar.mv.db", file + ".mv.db"),
            System.getenv("PATH"));
    backUpAndRestore(place, kept, "/svarbar.mv.db svarbar-backup.mv.db", "", false);
  }

  /**
   * @param backup what stands in the command that makes it
   * @param restore what stands in the one that reads it in; empty: that is the backup's, turned
   *     round
   */
  private static void backUpAndRestore(
      Path place, Kept kept, String backup, String restore, boolean whileItRuns) throws Exception {
    try (var helpdesk = GenericHelpdesk.start();
        var server =
            new KillableServer(
                place.resolve("wildfly"),
                openSearch.uri(),
                kept.environment(),
                Map.of("svarbar.intake.poll-every", "PT5S"))) {
      server.start();
      DemoKnowledge.knownTo(server.product());
      var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
      var acked = new ArrayList<String>();
      try (var customers = new Customers(helpdesk, connection, "before")) {
        customers.come(4);
        served(customers);
        if (whileItRuns) {
          type(typed(kept, backup), place, kept);
        }
        acked.addAll(customers.acked());
      }
      allIsDone(server.product(), connection);
      if (!whileItRuns) {
        server.kill();
        type(typed(kept, backup), place, kept);
        server.start();
      }
      deliver(helpdesk, connection, "after");
      learn(server.product());

      server.kill();
      type(
          restore.isEmpty() ? turnedRound(typed(kept, backup)) : typed(kept, restore), place, kept);
      server.start();
      rebuild(server.product());

      assertThat(found(server.product())).as("what was learned later is gone").isFalse();
      helpdesk.open("lost", question(), question());
      helpdesk.tellsChange("after", Instant.now());
      helpdesk.tellsChange("lost", Instant.now());
      acked.addAll(List.of("after", "lost"));
      IN_TIME.see("all notes", () -> Tally.of(acked, helpdesk), Tally::isComplete);
      allIsDone(server.product(), connection);
      var tally = Tally.of(acked, helpdesk);
      System.out.println("restored: " + tally.figures());
      assertThat(tally.isRight()).as(tally.figures()).isTrue();
      deliver(helpdesk, connection, "again");
    }
  }

  private static String typed(Kept kept, String part) {
    return commands.with(kept.typed()).block(part);
  }

  /** Copies back what was copied. */
  private static String turnedRound(String copy) {
    return copy.strip().replaceAll("^cp (\\S+) (\\S+)$", "cp $2 $1");
  }

  private static void type(String command, Path place, Kept kept) throws Exception {
    var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command);
    shell.directory(place.toFile()).redirectErrorStream(true);
    shell.environment().put("PATH", kept.path());
    var said = place.resolve("said.txt");
    var process = shell.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s says %s", command, Files.readString(said)).isZero();
  }

  private static void rebuild(Product product) {
    assertThat(commands.block("index/rebuild")).contains("-X POST", "/api/knowledge/index/rebuild");
    assertThat(product.post("api/knowledge/index/rebuild", "").status()).isEqualTo(202);
    DemoKnowledge.awaitIndex(product);
  }

  private static void served(Customers customers) {
    var before = customers.served();
    IN_TIME.see("they get notes", customers::served, now -> now >= before + 20);
  }

  private static void deliver(
      GenericHelpdesk helpdesk, ConnectionForTests connection, String ticket) {
    var event = helpdesk.open(ticket, question(), question());
    assertThat(connection.deliver("msg_" + UUID.randomUUID(), event).status()).isEqualTo(200);
    IN_TIME.see("a note", () -> helpdesk.notes(ticket), notes -> notes.size() == 1);
  }

  private static void learn(Product product) {
    var csv = "key,language,visibility,question,answer\nx,sv,public," + LATER + ",I Afrika.\n";
    var said = product.post("api/knowledge/import?source=later&format=csv", csv);
    assertThat(said.status()).as("%s", said).isEqualTo(200);
    IN_TIME.see("it is found", () -> found(product), it -> it);
  }

  private static boolean found(Product product) {
    var question = Json.createObjectBuilder().add("text", LATER).add("language", "sv").build();
    var said = product.post("api/suggestions", question.toString());
    assertThat(said.status()).as("%s", said).isEqualTo(200);
    return said.body().contains("I Afrika.");
  }

  private static String question() {
    return DemoKnowledge.mails().getFirst().expectedTitle();
  }

  private static void allIsDone(Product product, ConnectionForTests connection) {
    for (var what : List.of("deliveries", "actions")) {
      var path = "api/" + what + "?state=open&connection=" + connection.id();
      IN_TIME.see(
          what + " are done",
          () -> product.get(path).json().asJsonObject().getInt("count"),
          open -> open == 0);
    }
  }
}
