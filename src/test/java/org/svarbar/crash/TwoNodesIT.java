package org.svarbar.crash;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.byteman.agent.Main;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DocumentedCommands;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;
import org.svarbar.testing.StockWildFly;

/**
 * Two servers as `docs/operations.md` sets them up, on one database and one OpenSearch: they do
 * everything once, and each goes on where the other one is killed. Its tests use the same two, in
 * their order.
 */
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {

  private static final Path OPERATIONS = Path.of("docs/operations.md");
  private static final Eventually IN_TIME = Eventually.within(Duration.ofMinutes(3));
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String NEW_KEY = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
  private static final String NOBODYS_KEY = "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=";
  private static final int IDENTICAL = 1_000;
  private static final int SENDERS = 16;
  private static final Duration RESUMED_WITHIN = Duration.ofSeconds(3);

  /** Longer than a lease. */
  private static final Duration STANDSTILL = Duration.ofSeconds(4);

  /** As far from each other as any two. */
  private static final List<String> ZONES = List.of("Pacific/Pago_Pago", "Pacific/Kiritimati");

  private static Path folder;
  private static PostgresServer postgresql;
  private static OpenSearchNode openSearch;
  private static GenericHelpdesk helpdesk;
  private static DocumentedCommands commands;
  private static final List<StockWildFly> NODES = new ArrayList<>();
  private static ConnectionForTests connection;

  @BeforeAll
  static void startBoth() throws IOException {
    folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "nodes");
    postgresql = new PostgresServer(Files.createDirectories(folder.resolve("postgresql")));
    openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort());
    helpdesk = GenericHelpdesk.start();
    commands = DocumentedCommands.of(OPERATIONS, "### Several nodes");
    NODES.add(configured());
    NODES.add(StockWildFly.in(folder.resolve("node-2")));
    for (var file : List.of("standalone-ha.xml", "svarbar.cs")) {
      takeOver("standalone/configuration/" + file);
    }
    takeOver("modules/org/postgresql/jdbc/main/module.xml");
    takeOver("modules/org/postgresql/jdbc/main/postgresql.jar");
    launch(0);
    launch(1);
    awaitReady(0);
    awaitReady(1);
    DemoKnowledge.knownTo(product(0));
    connection = ConnectionForTests.generic(product(0), helpdesk.base());
  }

  /** As an operator does it on each. */
  private static StockWildFly configured() throws IOException {
    var node = StockWildFly.in(Files.createDirectories(folder.resolve("node-1")));
    node.type(
        DocumentedCommands.of(OPERATIONS, "### On a WildFly of your own")
            .block("embed-server --server-config=$config")
            .replace("standalone.xml standalone-ha.xml", "standalone-ha.xml"));
    var configure = commands.block("70-nodes.cli");
    node.type(configure);
    var once = node.configuration("standalone-ha.xml");
    node.type(configure);
    assertThat(node.configuration("standalone-ha.xml")).isEqualTo(once);
    return node;
  }

  private static void takeOver(String file) throws IOException {
    var to = NODES.get(1).file(file);
    Files.createDirectories(to.getParent());
    Files.deleteIfExists(to);
    Files.copy(NODES.get(0).file(file), to);
  }

  private static void launch(int node) throws IOException {
    launch(node, Map.of("SVARBAR_SECRET_KEY", KEY));
  }

  private static void launch(int node, Map<String, String> keys) throws IOException {
    var wildFly = NODES.get(node);
    Files.copy(
        wildFly.folder().resolve("svarbar.war"),
        Files.createDirectories(wildFly.file("standalone/deployments")).resolve("svarbar.war"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    var settings = new StringBuilder();
    settings(node, keys).forEach((name, value) -> settings.append(name + "='" + value + "'\n"));
    Files.writeString(wildFly.folder().resolve("svarbar.env"), settings);
    wildFly.start(
        "export TZ=%s\n".formatted(ZONES.get(node))
            + (node == 1 ? wrongClock(wildFly) : "")
            + commands
                .block("bin/standalone.sh")
                .replace("node-1", "node-" + (node + 1))
                .replaceAll("-b \\S+ -bprivate=\\S+", "-b 127.0.0.1 -bprivate=127.0.0.1"));
  }

  private static void awaitReady(int node) {
    IN_TIME.see("node " + node + " is ready", NODES.get(node)::ready, it -> it.status() == 200);
  }

  /** Its clock is ten minutes ahead. */
  private static String wrongClock(StockWildFly wildFly) throws IOException {
    var script = wildFly.folder().resolve("clock.btm");
    Files.writeString(
        script,
        """
        RULE ahead
        CLASS java.time.Clock
        METHOD currentInstant()
        AT EXIT
        IF true
        DO RETURN $!.plusSeconds(600)
        ENDRULE
        """);
    var agent = Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return "export JAVA_OPTS=\"$JAVA_OPTS -javaagent:%s=script:%s,boot:%s -D%s -D%s\"\n"
        .formatted(
            agent,
            script,
            agent,
            "org.jboss.byteman.transform.all",
            "jboss.modules.system.pkgs=org.jboss.byteman");
  }

  private static Map<String, String> settings(int node, Map<String, String> keys) {
    var settings = new java.util.TreeMap<>(Database.of(postgresql).environment());
    settings.putAll(keys);
    settings.put("SVARBAR_OPENSEARCH_URL", openSearch.uri().toString());
    settings.put("SVARBAR_PUBLIC_URL", NODES.get(node).product().toString());
    settings.put("SVARBAR_OUTBOUND_ALLOWED", "http://127.0.0.1:*");
    settings.put("SVARBAR_CONSOLE_FIRST_PASSWORD", Product.ADMIN_PASSWORD);
    settings.put("SVARBAR_CONSOLE_PASSWORD_ITERATIONS", "10000");
    settings.put("SVARBAR_INTAKE_POLL_EVERY", "PT5S");
    for (var each = 0; each < NODES.size(); each++) {
      settings.put("SVARBAR_NODE_" + (each + 1), "127.0.0.1");
      settings.put("SVARBAR_NODE_" + (each + 1) + "_PORT", "" + NODES.get(each).clusterPort());
    }
    return settings;
  }

  @AfterAll
  static void stop() throws IOException {
    NODES.forEach(StockWildFly::close);
    helpdesk.close();
    openSearch.close();
    postgresql.close();
  }

  /** The second one's clock is ten minutes ahead all the time, which changes nothing. */
  @Test
  @Order(1)
  void sayThatAClockIsWrong() throws IOException {
    assertThat(NODES.get(1).log()).contains("more than a second apart");
    assertThat(NODES.get(0).log()).doesNotContain("more than a second apart");
  }

  @Test
  @Order(2)
  void sayTheSameTimesInTheirTimeZones() throws IOException {
    var sent = Instant.now();
    at(0).deliver("msg_" + UUID.randomUUID(), open("zone-0"));
    at(1).deliver("msg_" + UUID.randomUUID(), open("zone-1"));
    noteOn("zone-0");
    noteOn("zone-1");
    allIsDone(0);

    var works = works(0);

    assertThat(works).hasSizeGreaterThanOrEqualTo(2).isEqualTo(works(1));
    assertThat(works)
        .extracting(it -> Instant.parse(it.getString("since")))
        .allMatch(since -> Duration.between(sent, since).abs().toMinutes() < 2);
    assertThat(NODES.get(0).log()).containsPattern("(?m)^\\S+ \\S+-11:00 ");
    assertThat(NODES.get(1).log()).containsPattern("(?m)^\\S+ \\S+\\+14:00 ");
  }

  /** Its deliveries as a node shows them, with all their times. */
  private static List<JsonObject> works(int node) {
    return product(node)
        .get("api/deliveries?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  @Test
  @Order(3)
  void keepAThousandIdenticalDeliveriesAsOne() {
    var before = deliveries();
    var event = open("identical");
    var id = "msg_" + UUID.randomUUID();

    var statuses =
        together(IDENTICAL, number -> at(number % 2).deliver(id, event).status()).stream()
            .distinct()
            .toList();

    assertThat(statuses).containsExactly(200);
    noteOn("identical");
    allIsDone(1);
    assertThat(deliveries()).isEqualTo(before + 1);
    assertThat(helpdesk.notes("identical")).hasSize(1);
  }

  @Test
  @Order(4)
  void writeOneNoteAboutAMessageThatBothAreToldAndThatIsLookedUp() {
    var event = open("told");
    var lookUps = helpdesk.lookUps();
    // the last seconds are left for the next time: their webhooks may be on their way
    helpdesk.tellsChange("told", Instant.now().minusSeconds(20));

    together(20, number -> at(number % 2).deliver("msg_" + UUID.randomUUID(), event).status());
    IN_TIME.see("it was looked up", helpdesk::lookUps, it -> it >= lookUps + 2);

    noteOn("told");
    allIsDone(1);
    assertThat(helpdesk.notes("told")).hasSize(1);
  }

  @Test
  @Order(5)
  void readASourceOnceWhenItIsDue() {
    try (var site = FakeHelpdesk.start()) {
      var csv = "key,language,visibility,question,answer\nx,en,public,How do yaks sleep?,Lying.\n";
      site.on("GET", "/faq.csv", asked -> new Reply(200, Map.of("Content-Type", "text/csv"), csv));
      var form =
          Json.createObjectBuilder()
              .add("kind", "csv")
              .add("address", site.base() + "/faq.csv")
              .add("language", "en")
              .add("visibility", "public")
              .add("everySeconds", 10)
              .build();
      var start = System.nanoTime();

      assertThat(product(0).put("api/sources/yaks", form.toString()).status()).isEqualTo(201);
      IN_TIME.see("another run", () -> site.received("GET", "/faq.csv"), it -> it.size() > 1);

      var seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("a source that is read every 10 s: again after %.1f s%n", seconds);
      assertThat(seconds).isGreaterThan(9.5);
      product(1).delete("api/sources/yaks?entries=retire");
    }
  }

  @Test
  @Order(6)
  void openAPanelWhoseLinkIsTheOthers() {
    at(0).deliver("msg_" + UUID.randomUUID(), open("panel"));
    var link = Jsoup.parse(noteOn("panel")).select("a").last().attr("href");
    var path = "panel/" + connection.id() + "/panel";

    for (var node = 0; node < NODES.size(); node++) {
      var begun = panel(node, link);
      assertThat(begun.status()).as("%s", begun).isEqualTo(200);
      var view =
          product(1 - node)
              .anonymously()
              .send(
                  "GET",
                  path + "/view",
                  Map.of("Svarbar-Panel", begun.body(), "Accept-Language", "sv"),
                  BodyPublishers.noBody());
      assertThat(view.status()).as("%s", view).isEqualTo(200);
    }
  }

  /** What a killed node had in its hands is done by the other; who had logged in there still is. */
  @Test
  @Order(7)
  void goOnWithTheWorkAndTheSessionsOfANodeThatWasKilled() throws Exception {
    var session = logIn(0);
    var isTaken = new CountDownLatch(4);
    var isKilled = new CountDownLatch(1);
    helpdesk.disturb(attempt -> neverAnswered(isTaken, isKilled));
    // what is told to one that stands still is nobody else's
    NODES.get(1).signal("STOP");
    for (var ticket = 0; ticket < 4; ticket++) {
      at(0).deliver("msg_" + UUID.randomUUID(), open("held-" + ticket));
    }
    assertThat(isTaken.await(60, TimeUnit.SECONDS)).as("the node that will die works").isTrue();
    helpdesk.disturb(attempt -> Disturbance.NONE);
    NODES.get(1).signal("CONT");
    IN_TIME.see("the other works", NODES.get(1)::ready, it -> it.status() == 200);

    NODES.get(0).kill();
    var start = System.nanoTime();
    isKilled.countDown();
    for (var ticket = 0; ticket < 4; ticket++) {
      noteOn("held-" + ticket);
    }
    var seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf("work of a killed node: done by the other after %.1f s%n", seconds);
    assertThat(seconds).isLessThan(RESUMED_WITHIN.toMillis() / 1e3);
    assertThat(browse(1, "console", session, "").body()).contains("<nav");
    allIsDone(1);
    for (var ticket = 0; ticket < 4; ticket++) {
      assertThat(helpdesk.notes("held-" + ticket)).hasSize(1);
    }
    launch(0);
    awaitReady(0);
  }

  /** It is asked, and dead before it hears that nothing was written. */
  private static Disturbance neverAnswered(CountDownLatch isTaken, CountDownLatch isKilled) {
    isTaken.countDown();
    try {
      assertThat(isKilled.await(90, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Disturbance.refused(Reply.none());
  }

  /** Each stands still for longer than its leases are, and goes on; then one is killed. */
  @Test
  @Order(8)
  void writeEachNoteOnceHoweverNodesStopAndDieUnderLoad() throws Exception {
    var acked = new ArrayList<String>();
    try (var first = new Customers(helpdesk, at(0), "first");
        var second = new Customers(helpdesk, at(1), "second")) {
      first.come(4);
      second.come(4);
      served(first, 10);
      served(second, 10);
      standStill(0, second);
      served(first, 10);
      standStill(1, first);
      served(second, 10);
      NODES.get(1).kill();
      served(first, 20);
      acked.addAll(first.acked());
      acked.addAll(second.acked());
    }
    IN_TIME.see("all notes", () -> Tally.of(acked, helpdesk), Tally::isComplete);
    allIsDone(0);
    var tally = Tally.of(acked, helpdesk);
    System.out.println("a node stopped, the other stopped and killed: " + tally.figures());
    assertThat(tally.isRight()).as(tally.figures()).isTrue();
  }

  /** Which ends all that is being done, on a server that goes on. */
  @Test
  @Order(9)
  void writeEachNoteOnceWhenTheyAreDeployedAnewUnderLoad() throws Exception {
    var acked = new ArrayList<String>();
    try (var customers = new Customers(helpdesk, at(0), "anew")) {
      customers.come(4);
      for (var time = 1; time <= 3; time++) {
        var times = time;
        served(customers, 10);
        Files.createFile(NODES.get(0).file("standalone/deployments/svarbar.war.dodeploy"));
        IN_TIME.see("it is there anew", TwoNodesIT::replaced, it -> it == times);
        served(customers, 20);
      }
      acked.addAll(customers.acked());
    }
    IN_TIME.see("all notes", () -> Tally.of(acked, helpdesk), Tally::isComplete);
    allIsDone(0);
    var tally = Tally.of(acked, helpdesk);
    System.out.println("deployed anew three times: " + tally.figures());
    assertThat(tally.isRight()).as(tally.figures()).isTrue();
  }

  /** How often the first node has put a deployment in the place of another. */
  private static long replaced() {
    try {
      return NODES.get(0).log().lines().filter(line -> line.contains("WFLYSRV0016")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As `docs/operations.md` says; no webhook notices. */
  @Test
  @Order(10)
  void changeTheirKeyOneAfterTheOtherUnderLoad() throws Exception {
    var link = Jsoup.parse(noteOn("panel")).select("a").last().attr("href");
    launch(1, Map.of("SVARBAR_SECRET_KEY", KEY, "SVARBAR_OTHER_SECRET_KEY", NEW_KEY));
    awaitReady(1);
    var acked = new ArrayList<String>();

    try (var customers = new Customers(helpdesk, at(1), "key")) {
      customers.come(4);
      served(customers, 10);
      launch(0, Map.of("SVARBAR_SECRET_KEY", NEW_KEY, "SVARBAR_OTHER_SECRET_KEY", KEY));
      awaitReady(0);
      served(customers, 100);
      acked.addAll(customers.acked());
    }
    assertThat(NODES.get(0).log()).contains("are encrypted with another key now");
    assertThat(panel(0, link).status()).as("a link of before").isEqualTo(200);
    try (var customers = new Customers(helpdesk, at(0), "new-key")) {
      customers.come(4);
      launch(1, Map.of("SVARBAR_SECRET_KEY", NEW_KEY));
      awaitReady(1);
      served(customers, 10);
      acked.addAll(customers.acked());
    }

    IN_TIME.see("all notes", () -> Tally.of(acked, helpdesk), Tally::isComplete);
    allIsDone(1);
    var tally = Tally.of(acked, helpdesk);
    System.out.println("the key changed: " + tally.figures());
    assertThat(tally.isRight()).as(tally.figures()).isTrue();
    assertThat(at(1).deliver("msg_" + UUID.randomUUID(), open("changed")).status()).isEqualTo(200);
    noteOn("changed");
    assertThat(panel(1, link).status()).as("a link by the former key").isEqualTo(401);
  }

  @Test
  @Order(11)
  void refuseAKeyThatOpensNothingUnlessItIsSaidToBeLost() throws Exception {
    launch(0, Map.of("SVARBAR_SECRET_KEY", NOBODYS_KEY));
    IN_TIME.see("it is refused", NODES.get(0)::log, it -> it.contains("svarbar.other-secret-key"));
    assertThat(NODES.get(0).ready().status()).isNotEqualTo(200);
    assertThat(at(1).deliver("msg_" + UUID.randomUUID(), open("other")).status())
        .as("the other node goes on")
        .isEqualTo(200);
    noteOn("other");

    NODES.get(1).kill();
    launch(0, Map.of("SVARBAR_SECRET_KEY", NOBODYS_KEY, "SVARBAR_SECRET_KEY_IS_LOST", "true"));
    awaitReady(0);

    assertThat(at(0).deliver("msg_" + UUID.randomUUID(), open("lost")).status())
        .as("a secret that is lost")
        .isEqualTo(401);
    var path = "api/connections/" + connection.id();
    var secret = product(0).post(path + "/secret", "").json().asJsonObject().getString("secret");
    var renewed = new ConnectionForTests(product(0), connection.id(), connection.kind(), secret);
    assertThat(renewed.deliver("msg_" + UUID.randomUUID(), open("renewed")).status())
        .isEqualTo(200);
  }

  /** Begins a session by the link of a note. */
  private static Product.Answer panel(int node, String link) {
    var pass = URLEncoder.encode(link.replaceFirst(".*#", ""), StandardCharsets.UTF_8);
    return product(node)
        .anonymously()
        .send(
            "POST",
            "panel/" + connection.id() + "/panel/session",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            BodyPublishers.ofString("pass=" + pass));
  }

  private static void standStill(int node, Customers others) {
    NODES.get(node).signal("STOP");
    var until = System.nanoTime() + STANDSTILL.toNanos();
    IN_TIME.see("it stood still for long enough", System::nanoTime, now -> now > until);
    served(others, 10);
    NODES.get(node).signal("CONT");
  }

  private static void served(Customers customers, int more) {
    var before = customers.served();
    IN_TIME.see("they get notes", customers::served, now -> now >= before + more);
  }

  private static ConnectionForTests at(int node) {
    return new ConnectionForTests(
        product(node), connection.id(), connection.kind(), connection.secret());
  }

  private static Product product(int node) {
    return Product.at(URI.create(NODES.get(node).product() + "/"))
        .as(Product.ADMIN, Product.ADMIN_PASSWORD);
  }

  private static String open(String ticket) {
    var question = DemoKnowledge.mails().getFirst().expectedTitle();
    return helpdesk.open(ticket, question, question);
  }

  private static String noteOn(String ticket) {
    return Eventually.within(Duration.ofSeconds(60))
        .see("a note", () -> helpdesk.notes(ticket), notes -> !notes.isEmpty())
        .getFirst();
  }

  private static void allIsDone(int node) {
    for (var what : List.of("deliveries", "actions")) {
      var path = "api/" + what + "?state=open&connection=" + connection.id();
      IN_TIME.see(
          what + " are done",
          () -> product(node).get(path).json().asJsonObject().getInt("count"),
          open -> open == 0);
    }
  }

  private static int deliveries() {
    return product(1)
        .get("api/deliveries?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getInt("count");
  }

  private interface Numbered<T> {
    T make(int number);
  }

  /** All of them by some threads at once. */
  private static <T> List<T> together(int howMany, Numbered<T> one) {
    var next = new AtomicInteger();
    var all = java.util.Collections.synchronizedList(new ArrayList<T>());
    var threads =
        IntStream.range(0, SENDERS)
            .mapToObj(
                sender ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (var number = next.getAndIncrement();
                                  number < howMany;
                                  number = next.getAndIncrement()) {
                                all.add(one.make(number));
                              }
                            }))
            .toList();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(all).hasSize(howMany);
    return all;
  }

  /** A browser's cookie after the log-in by form. */
  private static String logIn(int node) {
    var form =
        "j_username=admin&j_password="
            + URLEncoder.encode(Product.ADMIN_PASSWORD, StandardCharsets.UTF_8);
    var asked = browse(node, "console", "", "");
    var answer = browse(node, "console/j_security_check", cookie(asked, ""), form);
    assertThat(answer.statusCode()).isEqualTo(302);
    var session = cookie(answer, cookie(asked, ""));
    assertThat(browse(node, "console", session, "").body()).contains("<nav");
    return session;
  }

  private static String cookie(HttpResponse<String> answer, String otherwise) {
    return answer.headers().firstValue("Set-Cookie").orElse(otherwise).split(";", 2)[0];
  }

  private static HttpResponse<String> browse(int node, String path, String cookie, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(NODES.get(node).product() + "/" + path))
            .header("Accept", "text/html");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
