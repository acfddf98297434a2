package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;
import org.svarbar.testing.RawFiles;

/**
 * What a customer searched, asked and wrote is nowhere on the disk after it was erased and the
 * operator's commands of `docs/operations.md` were run.
 */
@ArquillianTest
@RunAsClient
class HelpErasureIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ORIGIN = "https://www.nordlys.example";
  private static final Path FOLDER = Path.of(System.getProperty("it.folder", "target"));
  private static final Path LOGS =
      Path.of(System.getProperty("jboss.home", "target"), "standalone", "log");
  private static final Path COMMANDS = Path.of("wildfly-config/after-erasure-postgresql.sql");
  private static final String OF_AN_ANSWER = "driftsforstyrrel";
  private static final boolean IS_POSTGRESQL =
      "postgresql".equals(System.getenv("SVARBAR_DB_DRIVER"));

  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
  }

  @AfterEach
  void disconnect() {
    helpdesk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"person", "session"})
  void leavesNothingOnTheDisk(String whom) throws Exception {
    var canary = "canary" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "birdsthatsing";
    System.out.println("erasure of a " + whom + ": looks for " + canary);
    var email = "anna." + UUID.randomUUID() + "@kund.example";
    var reference = isKnown(canary, email);
    var files = new RawFiles(canary);

    var before = files.holding(database());
    if (whom.equals("person")) {
      PRODUCT.post("api/help-sessions/erase-person", "{\"email\":\"" + email + "\"}");
    } else {
      PRODUCT.delete("api/help-sessions/" + reference);
    }
    var between = files.holding(database());
    var after =
        Eventually.within(Duration.ofSeconds(90))
            .see("nothing is left", () -> afterTidyingUp(files), List::isEmpty);

    System.out.printf(
        "erasure of a %s: in %d files before, in %d after it, in %d after the operator's"
            + " commands%n",
        whom, before.size(), between.size(), after.size());
    assertThat(before).as("what holds the words before").isNotEmpty();
    flushIndex();
    assertThat(files.holding(FOLDER.resolve("opensearch"), FOLDER.resolve("opensearch.log"), LOGS))
        .isEmpty();
    assertThat(new RawFiles(OF_AN_ANSWER).indexed(FOLDER.resolve("opensearch")))
        .as("what the index stores would be found")
        .isNotEmpty();
  }

  /** Searches, asks and writes; returns the session's reference when all of it has gone its way. */
  private String isKnown(String canary, String email) {
    var site =
        HelpSiteForTests.of(
            ORIGIN,
            HelpSiteForTests.form(ORIGIN)
                .add("consentRequired", false)
                .add("connection", connection.id())
                .add("ticketGroup", "Kundservice"));
    var session = site.session();
    site.search(canary, "sv");
    session.says("{\"kind\":\"search\",\"text\":\"" + canary + "\"}");
    session.says("{\"kind\":\"question\",\"text\":\"Var är " + canary + "?\"}");
    var form =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("email", email)
            .add("text", "Min " + canary + " sjunger inte.")
            .build();
    var answer = site.post("contact", form.toString(), Map.of("Svarbar-Session", session.token()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    Eventually.soon()
        .see(
            "the session in the ticket",
            () -> helpdesk.notes("o-1"),
            notes -> notes.stream().anyMatch(it -> it.contains(canary)));
    Eventually.soon().see("nothing is open", () -> open("actions"), it -> it == 0);
    Eventually.soon().see("nothing is open", () -> open("deliveries"), it -> it == 0);
    return session.reference();
  }

  private int open(String what) {
    return PRODUCT
        .get("api/" + what + "?state=open&connection=" + connection.id())
        .json()
        .asJsonObject()
        .getInt("count");
  }

  private static Path database() {
    return FOLDER.resolve(IS_POSTGRESQL ? "postgresql" : "database");
  }

  /** H2 lets nobody else in while it runs: there the commands are for a copy of its files. */
  private static Path tidied() {
    return IS_POSTGRESQL ? database() : FOLDER.resolve("database-copy");
  }

  private static List<Path> afterTidyingUp(RawFiles files) throws Exception {
    if (IS_POSTGRESQL) {
      tidyUpPostgresql();
    } else {
      tidyUpH2();
    }
    return files.holding(tidied());
  }

  private static void flushIndex() throws Exception {
    var address = "http://127.0.0.1:" + System.getProperty("it.opensearch.port") + "/_flush";
    try (var client = HttpClient.newHttpClient()) {
      var flush = HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build();
      assertThat(client.send(flush, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  private static void tidyUpPostgresql() throws IOException, SQLException {
    try (var database =
            DriverManager.getConnection(
                System.getenv("SVARBAR_DB_URL"),
                System.getenv("SVARBAR_DB_USER"),
                System.getenv("SVARBAR_DB_PASSWORD"));
        var statement = database.createStatement()) {
      for (var command : Files.readString(COMMANDS).replaceAll("(?m)^--.*$", "").split(";")) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
    }
  }

  private static void tidyUpH2() throws IOException, InterruptedException {
    Files.createDirectories(tidied());
    try (var all = Files.list(database())) {
      for (var file : all.filter(it -> it.toString().endsWith(".mv.db")).toList()) {
        Files.copy(file, tidied().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var command = new ArrayList<>(List.of("java", "-cp", h2(), "org.h2.tools.Shell"));
    command.addAll(List.of("-url", "jdbc:h2:file:" + tidied().resolve("svarbar").toAbsolutePath()));
    command.addAll(List.of("-user", "sa", "-password", "svarbar", "-sql", "SHUTDOWN COMPACT"));
    var shell = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(shell.getInputStream().readAllBytes());
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(said).isZero();
  }

  private static String h2() throws IOException {
    try (var all = Files.walk(Path.of(System.getProperty("jboss.home"), "modules"))) {
      return all.filter(it -> it.getFileName().toString().matches("h2-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }
}
