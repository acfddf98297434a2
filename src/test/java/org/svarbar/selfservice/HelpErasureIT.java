package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
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
  @ValueSource(strings = {"requester", "session"})
  void leavesNothingOnTheDisk(String whom) throws Exception {
    var canary = "canary" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "birdsthatsing";
    System.out.println("erasure of a " + whom + ": looks for " + canary);
    var address = canary.replace("canary", "annamail");
    var email = address + "@kund.example";
    var reference = isKnown(canary, email);
    var files = new RawFiles(canary);

    if (whom.equals("requester")) {
      isKnownInEveryWay(canary, email);
    }
    var before =
        Eventually.soon()
            .see("the words on the disk", () -> written(files), found -> !found.isEmpty());
    if (whom.equals("requester")) {
      erase(canary, email);
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
    if (whom.equals("requester")) {
      assertThat(new RawFiles(address).holding(tidied(), FOLDER.resolve("opensearch"), LOGS))
          .as("what holds the address")
          .isEmpty();
    }
    flushIndex();
    assertThat(files.holding(FOLDER.resolve("opensearch"), FOLDER.resolve("opensearch.log"), LOGS))
        .isEmpty();
    assertThat(new RawFiles(OF_AN_ANSWER).indexed(FOLDER.resolve("opensearch")))
        .as("what the index stores would be found")
        .isNotEmpty();
  }

  /** By webhook, as a past question, in a replay, and by the panel. */
  private void isKnownInEveryWay(String canary, String email) {
    var mail = DemoKnowledge.mail("sv-1");
    var past = pastQuestions();
    var event = helpdesk.open("w-1", email, mail.subject() + " " + canary, mail.body());
    var told =
        event.replace(
            "\"ticket\":{", "\"ticket\":{\"from\":\"" + email + "\",\"about\":\"" + canary + "\",");
    assertThat(told).isNotEqualTo(event);
    deliver(told);
    var note =
        Eventually.soon().see("a note", () -> helpdesk.notes("w-1"), notes -> !notes.isEmpty());
    var link = Jsoup.parse(note.getFirst()).select("a").last().attr("href");
    inPanel(link.replaceFirst(".*#", ""), canary);
    deliver(helpdesk.answer("w-1", DemoKnowledge.answer("sv", mail.expected())));
    Eventually.soon().see("it is learned", this::pastQuestions, it -> it == past + 1);
    var line =
        Json.createObjectBuilder()
            .add("id", "past-1")
            .add("from", email)
            .add("subject", mail.subject())
            .add("question", mail.body() + " " + canary)
            .add("askedAt", "2026-01-05T08:00:00Z")
            .build();
    var path = "api/triage/replays/file?strict=false&connection=" + connection.id();
    var replay = PRODUCT.post(path, line.toString()).json().asJsonObject().getInt("id");
    Eventually.soon()
        .see(
            "the replay is over",
            () -> PRODUCT.get("api/triage/replays/" + replay).json().asJsonObject(),
            it -> it.getString("state").equals("finished"));
  }

  /** An agent proposes an entry with the customer's words, and votes. */
  private void inPanel(String pass, String canary) {
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var begun = "panel/" + connection.id() + "/w-1/session";
    var session =
        PRODUCT
            .anonymously()
            .send("POST", begun, form, BodyPublishers.ofString("pass=" + encoded(pass)));
    var headers = new HashMap<>(form);
    headers.put("Svarbar-Panel", session.body());
    var view =
        PRODUCT
            .anonymously()
            .send(
                "GET", "panel/" + connection.id() + "/w-1/view", headers, BodyPublishers.noBody());
    var first = Jsoup.parse(view.body()).select("article").first();
    var suggestion =
        "entry=" + first.attr("data-entry") + "&message=" + encoded(first.attr("data-message"));
    var sent =
        Map.of(
            "proposal", "question=" + encoded("Var är " + canary + "?") + "&answer=",
            "vote", suggestion + "&right=true");
    sent.forEach(
        (part, body) -> {
          var at = "panel/" + connection.id() + "/w-1/" + part;
          var answer =
              PRODUCT.anonymously().send("POST", at, headers, BodyPublishers.ofString(body));
          assertThat(answer.status()).as("%s: %s", part, answer).isEqualTo(200);
        });
  }

  /** All of it is given out, counted, erased in two steps, and each leaves a record. */
  private void erase(String canary, String email) {
    var export = export(email);
    assertThat(export.body()).contains(canary);
    var held = export.json().asJsonObject().getJsonObject("held");
    assertThat(held.keySet().stream().filter(it -> !held.getJsonArray(it).isEmpty()))
        .contains(
            "actions",
            "deliveries",
            "help_events",
            "help_links",
            "help_sessions",
            "offers",
            "outcomes",
            "panel_acts",
            "past_questions",
            "proposals",
            "replay_cases",
            "requester_tickets",
            "verdicts");
    assertThat(PRODUCT.post("api/requesters/erase", erasing(email, "seen-long-ago")).status())
        .isEqualTo(409);
    var past = pastQuestions();
    Eventually.soon()
        .see(
            "it is erased as it was counted",
            () -> PRODUCT.post("api/requesters/erase", erasing(email, counted(email))),
            it -> it.status() == 200);
    assertThat(pastQuestions()).isEqualTo(past - 1);
    Eventually.soon()
        .see(
            "ranking has forgotten it",
            () -> PRODUCT.get("api/past-questions").json().asJsonObject(),
            it -> it.getBoolean("upToDate"));
    assertThat(export(email).body()).doesNotContain(canary);
    assertThat(PRODUCT.get("console/audit/all.csv?what=requesters").body())
        .contains("requester ", " erased: ")
        .doesNotContain(email);
  }

  private static Product.Answer export(String email) {
    return PRODUCT.post("api/requesters/export", erasing(email, ""));
  }

  private String counted(String email) {
    var counted = PRODUCT.post("api/requesters/erase", erasing(email, ""));
    assertThat(counted.status()).as("%s", counted).isEqualTo(200);
    return counted.json().asJsonObject().getString("confirm");
  }

  /**
   * @param confirm empty: it is only counted
   */
  private static String erasing(String email, String confirm) {
    var json = Json.createObjectBuilder().add("email", email);
    return (confirm.isEmpty() ? json : json.add("confirm", confirm)).build().toString();
  }

  private void deliver(String event) {
    assertThat(connection.deliver("msg_" + UUID.randomUUID(), event).status()).isEqualTo(200);
  }

  private int pastQuestions() {
    return PRODUCT.get("api/past-questions").json().asJsonObject().getInt("known");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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

  /** In the write-ahead log the end of a page may stand between letters, in the tables nothing. */
  private static List<Path> written(RawFiles files) throws SQLException {
    if (IS_POSTGRESQL) {
      inPostgresql("CHECKPOINT");
    }
    return files.holding(database());
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
    inPostgresql(Files.readString(COMMANDS).replaceAll("(?m)^--.*$", "").split(";"));
  }

  private static void inPostgresql(String... commands) throws SQLException {
    try (var database =
            DriverManager.getConnection(
                System.getenv("SVARBAR_DB_URL"),
                System.getenv("SVARBAR_DB_USER"),
                System.getenv("SVARBAR_DB_PASSWORD"));
        var statement = database.createStatement()) {
      for (var command : commands) {
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
