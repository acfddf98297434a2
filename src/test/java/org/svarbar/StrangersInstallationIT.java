package org.svarbar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DocumentedCommands;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.StockWildFly;

/**
 * Somebody who knows nothing of us installs Svarbar on a WildFly that they have downloaded, with
 * PostgreSQL, by typing what `docs/operations.md` says. Its tests are the steps, in their order.
 */
@TestMethodOrder(OrderAnnotation.class)
class StrangersInstallationIT {

  private static final Path OPERATIONS = Path.of("docs/operations.md");
  private static final String DATABASE_PASSWORD = "postgres-" + UUID.randomUUID();
  private static final String PASSWORD = "längre än det första lösenordet";
  private static final String FIRST_PASSWORD = "first-" + UUID.randomUUID();
  private static final Eventually IN_TIME = Eventually.within(Duration.ofMinutes(3));

  private static EmbeddedPostgres database;
  private static StockWildFly wildFly;
  private static DocumentedCommands commands;

  @BeforeAll
  static void unpack() throws Exception {
    var folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "stranger");
    database = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgresql")).start();
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role stranger login password '" + DATABASE_PASSWORD + "'");
      statement.execute("create database strangers owner stranger");
      // as a rule, a database asks for the password
      Files.writeString(
          folder.resolve("postgresql/pg_hba.conf"),
          """
          host strangers stranger 127.0.0.1/32 scram-sha-256
          host all postgres 127.0.0.1/32 trust
          host all postgres ::1/128 trust
          local all postgres trust
          """);
      statement.execute("select pg_reload_conf()");
    }
    wildFly = StockWildFly.in(folder);
    Files.writeString(folder.resolve("db-password.txt"), DATABASE_PASSWORD + "\n");
    commands =
        DocumentedCommands.of(OPERATIONS, "### On a WildFly of your own")
            .with(
                Map.of(
                    "//db.example.com/svarbar",
                    "//127.0.0.1:" + database.getPort() + "/strangers",
                    "SVARBAR_DB_USER=svarbar",
                    "SVARBAR_DB_USER=stranger",
                    "http://search.example.com:9200",
                    // nobody is there, and webhooks are taken all the same
                    "http://127.0.0.1:1",
                    "https://svarbar.example.com/svarbar",
                    wildFly.product().toString(),
                    "https://helpdesk.example.com",
                    "http://127.0.0.1:*",
                    "change-me-at-once",
                    FIRST_PASSWORD,
                    "127.0.0.1:9990",
                    wildFly.management(),
                    "--connect",
                    "--connect --controller=" + wildFly.management()));
  }

  @AfterAll
  static void stop() throws IOException {
    wildFly.close();
    database.close();
  }

  @Test
  @Order(1)
  void givesTheServerWhatItNeedsOnce() throws IOException {
    var configure = commands.block("embed-server --server-config=$config");
    wildFly.type(configure);
    var before = configurations();
    assertThat(before)
        .allMatch(it -> it.toString().contains("SvarbarDS"))
        .as("what PostgreSQL quotes stays out of the log")
        .allMatch(it -> it.toString().contains("logServerErrorDetail"));

    wildFly.type(configure);

    assertThat(configurations()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void keepsSecretsOutOfTheSettings() throws IOException {
    wildFly.type(commands.block("cat > svarbar.env"));
    wildFly.type(commands.block("encrypted()"));

    var settings = Files.readString(wildFly.folder().resolve("svarbar.env"));
    assertThat(settings)
        .containsPattern("SVARBAR_SECRET_KEY='\\$\\{ENC::svarbar:[^}]{40,}}'")
        .containsPattern("SVARBAR_DB_PASSWORD='\\$\\{ENC::svarbar:[^}]{40,}}'")
        .doesNotContain(DATABASE_PASSWORD);
  }

  @Test
  @Order(3)
  void startsAndIsReady() throws IOException {
    wildFly.start(commands.block("bin/standalone.sh"));

    IN_TIME.see("it is ready", wildFly::ready, it -> it.status() == 200);

    assertThat(wildFly.type(commands.block("curl"))).contains("\"status\":\"UP\"");
    assertThat(wildFly.log())
        .doesNotContain(DATABASE_PASSWORD)
        .doesNotContain(secretKey())
        .doesNotContain(FIRST_PASSWORD);
  }

  @Test
  @Order(4)
  void letsTheAdministratorIn() throws Exception {
    var asked = browse("console", List.of(), "");
    assertThat(asked.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000; includeSubDomains");
    var session = asked.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(session).contains("secure", "HttpOnly", "SameSite=Lax");

    var answer = logIn(asked, FIRST_PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().startsWith("https://");
    var page = browse("console", List.of("Cookie", cookie(answer)), "");
    assertThat(page.body()).contains("<nav").doesNotContain("j_password");
  }

  @Test
  @Order(5)
  void acceptsASignedWebhook() throws IOException {
    var product = Product.at(URI.create(wildFly.product() + "/")).as(Product.ADMIN, FIRST_PASSWORD);
    var connection = ConnectionForTests.generic(product, "http://127.0.0.1:1");

    var answer = connection.deliver("msg_1", "{\"type\":\"ticket.created\"}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    var deliveries = product.get("api/deliveries?connection=" + connection.id());
    assertThat(deliveries.body()).contains(connection.id());
    assertThat(deliveries.header("Strict-Transport-Security")).as("not by https").isEmpty();
    assertThat(wildFly.log())
        .containsPattern("(?m)^[-\\d]{10} [:,\\d]{12}(Z|[-+]\\d\\d:\\d\\d) INFO");
  }

  @Test
  @Order(6)
  void changesThePasswordAndEndsOtherSessions() {
    var mine = cookie(logIn(browse("console", List.of(), ""), FIRST_PASSWORD));
    var others = cookie(logIn(browse("console", List.of(), ""), FIRST_PASSWORD));
    for (var session : List.of(mine, others)) {
      assertThat(browse("console", List.of("Cookie", session), "").body()).contains("<nav");
    }

    assertThat(changed(mine, "a guess of it", PASSWORD, PASSWORD)).isEqualTo(422);
    assertThat(changed(mine, FIRST_PASSWORD, "too short", "too short")).isEqualTo(422);
    assertThat(changed(mine, FIRST_PASSWORD, PASSWORD, PASSWORD + "!")).isEqualTo(422);
    assertThat(changed(mine, FIRST_PASSWORD, "Password123!", "Password123!")).isEqualTo(422);
    assertThat(changed(mine, FIRST_PASSWORD, "svarbar-admin", "svarbar-admin")).isEqualTo(422);
    assertThat(changed(mine, FIRST_PASSWORD, PASSWORD, PASSWORD)).isEqualTo(303);

    assertThat(browse("console", List.of("Cookie", mine), "").body()).contains("<nav");
    assertThat(browse("console", List.of("Cookie", others), "").statusCode()).isEqualTo(302);
    assertThat(browse("console", List.of("Cookie", others), "").body()).contains("j_password");
    var product = Product.at(URI.create(wildFly.product() + "/"));
    assertThat(product.as(Product.ADMIN, FIRST_PASSWORD).get("api/connections").status())
        .isEqualTo(401);
    assertThat(product.as(Product.ADMIN, PASSWORD).get("api/connections").status()).isEqualTo(200);
  }

  /** The status of the answer. */
  private static int changed(String session, String current, String password, String again) {
    var form = new StringBuilder();
    Map.of("current", current, "new", password, "again", again)
        .forEach(
            (field, typed) ->
                form.append(field + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&"));
    var headers = List.of("Cookie", session, "Sec-Fetch-Site", "same-origin");
    return browse("console/password", headers, form.toString()).statusCode();
  }

  /** Ten may be wrong; then it is a quarter of an hour, which the next start of the server ends. */
  @Test
  @Order(7)
  void looksAtNoPasswordOfANameThatIsBeingGuessedAt() {
    var isIn = logIn(browse("console", List.of(), ""), PASSWORD);
    var product = Product.at(URI.create(wildFly.product() + "/"));

    for (var i = 0; i < 5; i++) {
      assertThat(product.as(Product.ADMIN, "guess-" + i).get("api/connections").status())
          .isEqualTo(401);
      assertThat(logIn(browse("console", List.of(), ""), "guess-" + i).body())
          .contains("j_password");
    }

    assertThat(product.as(Product.ADMIN, PASSWORD).get("api/connections").status()).isEqualTo(401);
    assertThat(logIn(browse("console", List.of(), ""), PASSWORD).body()).contains("j_password");
    assertThat(browse("console", List.of("Cookie", cookie(isIn)), "").body())
        .as("who is in stays in")
        .contains("<nav");
  }

  @Test
  @Order(8)
  void changesNothingOnAServerThatRuns() throws IOException {
    var before = configurations();

    wildFly.type(commands.block("--connect"));

    assertThat(configurations()).isEqualTo(before);
    var state =
        wildFly.type(
            "\"$WILDFLY_HOME\"/bin/jboss-cli.sh --connect --controller="
                + wildFly.management()
                + " --command=':read-attribute(name=server-state)'");
    assertThat(state).contains("\"running\"");
  }

  @Test
  @Order(9)
  void refusesAWrongSettingAndNamesIt() throws IOException {
    var start = commands.block("bin/standalone.sh");
    wildFly.start("export SVARBAR_INTAKE_WORKERS=65\n" + start);

    var log =
        IN_TIME.see("it is refused", wildFly::log, it -> it.contains("svarbar.intake.workers"));

    assertThat(log).containsPattern("svarbar\\.intake\\.workers is \"65\"");
    assertThat(wildFly.ready().status()).isNotEqualTo(200);
  }

  /**
   * Those who have not logged in send forms as fast as they can, from one address and from many:
   * nothing of it fills the memory, webhooks are taken, and who is in stays in.
   */
  @Test
  @Order(10)
  void outlastsAFloodOfThoseWhoHaveNotLoggedIn() throws Exception {
    wildFly.start(commands.block("bin/standalone.sh"));
    IN_TIME.see("it is ready", wildFly::ready, it -> it.status() == 200);
    var isIn = cookie(logIn(browse("console", List.of(), ""), PASSWORD));
    var product = Product.at(URI.create(wildFly.product() + "/")).as(Product.ADMIN, PASSWORD);
    var connection = ConnectionForTests.generic(product, "http://127.0.0.1:1");

    var ofOne = flood(5_000, number -> "198.51.100.7", connection);
    assertThat(browse("console", List.of(), "").body()).as("others").contains("j_password");
    var ofMany = flood(30_000, number -> "198.18." + number % 200 + ".7", connection);

    System.out.println("flood of one address: " + ofOne + ", of 200: " + ofMany);
    assertThat(ofOne.keySet()).containsExactlyInAnyOrder(200, 429);
    assertThat(ofMany.keySet()).containsExactlyInAnyOrder(200, 429);
    assertThat(browse("console", List.of("Cookie", isIn), "").body()).contains("<nav");
    var refused =
        Stream.generate(() -> browse("console", List.of("Accept-Language", "fi"), ""))
            .limit(2_000)
            .filter(it -> it.statusCode() == 429)
            .findFirst()
            .orElseThrow();
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("Liian monta yritystä");
    IN_TIME.see("they may log in", () -> browse("console", List.of(), ""), it -> isLogIn(it));
    assertThat(wildFly.log())
        .contains("-XX:+ExitOnOutOfMemoryError")
        .doesNotContain("OutOfMemoryError:");
  }

  private static boolean isLogIn(HttpResponse<String> answer) {
    return answer.statusCode() == 200 && answer.body().contains("j_password");
  }

  /** How often which status was answered, while each hundredth is a webhook that is taken. */
  private static Map<Integer, Long> flood(
      int many, IntFunction<String> address, ConnectionForTests connection) throws Exception {
    var form = BodyPublishers.ofString("answer=" + "a".repeat(15_000));
    var uri = URI.create(wildFly.product() + "/console/knowledge/new");
    try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        var senders = Executors.newFixedThreadPool(32)) {
      var answers =
          senders.invokeAll(
              IntStream.range(0, many)
                  .<Callable<Integer>>mapToObj(
                      number ->
                          () -> {
                            if (number % 100 == 0) {
                              var id = "msg_" + UUID.randomUUID();
                              var event = "{\"type\":\"ticket.created\"}";
                              assertThat(connection.deliver(id, event).status()).isEqualTo(200);
                            }
                            var request =
                                HttpRequest.newBuilder(uri)
                                    .header("X-Forwarded-For", address.apply(number))
                                    .header("X-Forwarded-Proto", "https")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(form)
                                    .build();
                            return client.send(request, BodyHandlers.discarding()).statusCode();
                          })
                  .toList());
      var statuses = new TreeMap<Integer, Long>();
      for (var answer : answers) {
        statuses.merge(answer.get(), 1L, Long::sum);
      }
      return statuses;
    }
  }

  @Test
  @Order(11)
  void startsInACluster() throws IOException {
    wildFly.start(
        commands.block("bin/standalone.sh").replace("standalone.xml", "standalone-ha.xml"));

    IN_TIME.see("it is ready", wildFly::ready, it -> it.status() == 200);

    assertThat(browse("console", List.of(), "").body()).contains("j_password");
  }

  private static List<List<List<String>>> configurations() throws IOException {
    return List.of(
        wildFly.configuration("standalone.xml"), wildFly.configuration("standalone-ha.xml"));
  }

  private static String secretKey() throws IOException {
    return Files.readString(wildFly.folder().resolve("secret-key.txt")).strip();
  }

  /** Asks as the proxy before the server does for a browser. */
  private static HttpResponse<String> browse(String path, List<String> headers, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(wildFly.product() + "/" + path))
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Proto", "https")
            .header("Accept", "text/html");
    for (var i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> logIn(HttpResponse<String> asked, String password) {
    var form = "j_username=admin&j_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return browse("console/j_security_check", List.of("Cookie", cookie(asked)), form);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
