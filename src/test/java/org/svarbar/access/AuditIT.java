package org.svarbar.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;
import org.svarbar.testing.Routes;
import org.svarbar.testing.Routes.Route;

/** Whatever somebody changes, or tries to, can be read afterwards. */
@ArquillianTest
@RunAsClient
class AuditIT {

  private static final Product ADMIN = Product.underTest();

  /** What is sent and changes nothing, and why. */
  private static final Map<String, String> NOTHING_TO_RECORD =
      Map.ofEntries(
          Map.entry("TryResource.suggest", "a question"),
          Map.entry("SuggestionsResource.suggest", "a question"),
          Map.entry("TriageResource.tryOut", "a question"),
          Map.entry("PolicyResource.tryOut", "a question"),
          Map.entry("EntriesResource.preview", "shows what is not saved"),
          Map.entry("ConnectionResource.probe", "asks the helpdesk whether it answers"),
          Map.entry("ConnectionsApiResource.probe", "asks the helpdesk whether it answers"),
          Map.entry("LanguageResource.choose", "a cookie"),
          Map.entry("LogInResource.post", "the log-in page"),
          Map.entry("LogInResource.put", "the log-in page"),
          Map.entry("LogInResource.delete", "the log-in page"),
          Map.entry("ForbiddenResource.post", "what says that it is forbidden"),
          Map.entry("ForbiddenResource.put", "what says that it is forbidden"),
          Map.entry("ForbiddenResource.delete", "what says that it is forbidden"));

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void hasARecordOfEveryChangeThatWasTried() {
    var name = "audit-" + UUID.randomUUID();
    var program = program(name, "admin");
    var changing =
        Routes.all().stream()
            .filter(Route::isChanging)
            .filter(route -> route.template().matches("(console|api)(/.*)?"))
            .filter(route -> !Routes.DISTURBING.contains(route.name()))
            .toList();
    assertThat(changing).extracting(Route::name).containsAll(NOTHING_TO_RECORD.keySet());
    for (var route : changing) {
      program.send(
          route.method(),
          route.pathToNothing(),
          Map.of("Content-Type", "application/x-none"),
          BodyPublishers.ofString("["));
    }

    var log = log("who=" + name + "&refused=true");

    for (var route : changing) {
      var line = "," + route.method() + ",/" + route.pathToNothing() + ",";
      assertThat(log.contains(line))
          .as("a record of %s (%s)", route, route.name())
          .isEqualTo(!NOTHING_TO_RECORD.containsKey(route.name()));
    }
  }

  @Test
  void saysWhatWasAndWhatIsWithoutSecrets() {
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    connection.movedTo("http://127.0.0.1:10", "other-account", "another-token-of-the-tests");
    var key = ADMIN.post("api/connections/" + connection.id() + "/secret", "{}");
    assertThat(key.status()).as("%s", key).isLessThan(300);

    var log = log("what=" + connection.id());

    assertThat(log)
        .contains("connections " + connection.id() + " new: ", "mode NOTE")
        .contains("baseUrl http://127.0.0.1:9 → http://127.0.0.1:10", "credentialSealed ***")
        .contains("admin,PUT,/api/connections/" + connection.id() + ",done,")
        .contains("/secret,done,")
        .doesNotContain(connection.secret(), "another-token-of-the-tests")
        .doesNotContain(key.json().asJsonObject().getString("secret"));
  }

  @Test
  void holdsNoTextOfKnowledgeAndNothingOfWhatWasTakenBack() {
    var source = "audit-" + UUID.randomUUID().toString().substring(0, 8);
    var entry =
        Json.createObjectBuilder()
            .add("key", "a")
            .add("language", "en")
            .add("visibility", "internal")
            .add("questions", Json.createArrayBuilder().add("Where do the quokkas sleep at noon?"))
            .add("answer", "In the shade of the old jetty, most of the year at least.");
    var path = "api/knowledge/import?format=json&source=" + source;
    var done = ADMIN.post(path, Json.createArrayBuilder().add(entry).build().toString());
    assertThat(done.status()).as("%s", done).isEqualTo(200);
    ADMIN.post(path, Json.createArrayBuilder().build().toString());

    var log = log("what=knowledge/import");

    assertThat(log).contains("source " + source, "visibility INTERNAL").doesNotContain("jetty");
    var refused = ADMIN.put("api/connections/No-Such", "[");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(log("what=no-such")).doesNotContain("No-Such");
    assertThat(log("what=no-such&refused=true")).contains("/api/connections/No-Such,refused,400");
  }

  @Test
  void hasLogInsAndFailedOnes() throws Exception {
    var name = "audit-" + UUID.randomUUID();
    var key = program(name, "auditor");
    assertThat(key.page("console/audit", "en").status()).isEqualTo(200);
    logIn(name, "not-the-password");
    logIn("my-password-by-mistake", "x");
    ADMIN.as(name, "wrong").get("api/connections");
    assertThat(log("who=" + name)).doesNotContain("log-in,,done");

    logIn(name, keys.get(name));

    assertThat(log("who=" + name).split("log-in,,refused", -1)).hasSize(3);
    assertThat(log("who=" + name)).contains("log-in,,done");
    assertThat(log("what=log-in")).contains(",?,log-in,,refused").doesNotContain("by-mistake");
  }

  @Test
  void holdsWhatARoleDoesNotAllow() {
    var name = "audit-" + UUID.randomUUID();
    var editor = program(name, "editor");

    for (var path : List.of("policies/rt", "promises/rt")) {
      assertThat(editor.put("api/triage/" + path, "{}").status()).isEqualTo(403);
      assertThat(log("who=" + name + "&refused=true")).contains("/api/triage/" + path, "403");
    }
    assertThat(editor.post("api/triage/calibrations/rt/1/use", "").status()).isEqualTo(403);
  }

  @Test
  void isForAdministratorsAndAuditorsAlone() {
    for (var role : Map.of("editor", 403, "agent", 403, "auditor", 200, "admin", 200).entrySet()) {
      var program = program("audit-" + UUID.randomUUID(), role.getKey());

      assertThat(program.page("console/audit", "en").status()).isEqualTo(role.getValue());
      assertThat(program.page("console/audit/all.csv", "en").status()).isEqualTo(role.getValue());
    }
  }

  private final Map<String, String> keys = new java.util.HashMap<>();

  private Product program(String name, String role) {
    var made =
        ADMIN.post("api/access-keys", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    keys.put(name, made.json().asJsonObject().getString("key"));
    return ADMIN.as(name, keys.get(name));
  }

  /** As a browser does, which then looks at a page. */
  private static void logIn(String name, String password) throws Exception {
    try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page = HttpRequest.newBuilder(ADMIN.at("console/try")).build();
      client.send(page, BodyHandlers.ofString());
      var form = "j_username=" + encoded(name) + "&j_password=" + encoded(password);
      client.send(
          HttpRequest.newBuilder(ADMIN.at("console/j_security_check"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
      client.send(page, BodyHandlers.ofString());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String log(String filter) {
    var answer =
        ADMIN.send(
            "GET",
            "console/audit/all.csv?from=2000-01-01&" + filter,
            Map.of(),
            BodyPublishers.noBody());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }
}
