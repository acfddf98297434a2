package org.svarbar.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.Product;
import org.svarbar.testing.StandardWebhook;

@ArquillianTest
@RunAsClient
class SupportBundleIT {

  private static final Product ADMIN = Product.underTest();

  /** In everything that somebody can write, here or in a helpdesk. */
  private static final String CANARY = "Kanariefågeln Kanarieson kanarie.fagel@kanarieholm.example";

  /** The parts of it, and secrets of the server of the tests (`arquillian.xml`). */
  private static final String[] FORBIDDEN = {
    "anarie",
    "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
    "whsec_",
    Product.ADMIN_PASSWORD,
    "nordlys.example",
    "nordlys.zendesk"
  };

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void saysHowItStandsAndNothingThatSomebodyWrote() throws Exception {
    try (var helpdesk = FakeHelpdesk.start()) {
      helpdesk.on("GET", "/.*", asked -> new Reply(500, Map.of("X-Said", CANARY), CANARY));
      var connection =
          ConnectionForTests.of(
              ADMIN, "generic", helpdesk.base() + "/kanarie", "kanarie", "kanarie-hemligt");
      connection.deliver(
          StandardWebhook.of(connection.secret(), UUID.randomUUID().toString(), text("[%s]"))
              .with("x-said", "kanarie-header"));
      connection.deliver(
          UUID.randomUUID().toString(),
          text(
              "{\"type\":\"ticket.created\",\"timestamp\":\"2026-11-22T09:15:00Z\",\"data\":"
                  + "{\"ticket\":{\"id\":\"kanarie-1\",\"subject\":\"%s\"}}}"));
      writeElsewhere();
      Eventually.soon()
          .see(
              "one was given up, one fails",
              () -> unpacked().get("queues.txt"),
              queues ->
                  queues.contains("deliveries of " + connection.id() + ": 1 DEAD")
                      && queues.contains("deliveries of " + connection.id() + ": 1 OPEN"));

      var parts =
          Eventually.soon()
              .see(
                  "the log says that it failed",
                  SupportBundleIT::unpacked,
                  it -> it.get("log.txt").contains("HTTP 500"));

      parts.forEach(
          (name, text) -> {
            assertThat(text).as(name).doesNotContain(FORBIDDEN);
            assertThat(text).as(name).doesNotContain(connection.secret());
          });
      assertThat(parts.get("versions.txt")).contains("Svarbar ", "WildFly", "database ", "Java ");
      assertThat(parts.get("schema.txt")).contains("27 correlation Success");
      assertThat(parts.get("health.txt")).contains("UP {").contains("database=answers");
      assertThat(parts.get("errors.txt")).contains("of " + connection.id());
      assertThat(parts.get("index.txt")).contains("reachable=true");
      assertThat(parts.get("settings.txt"))
          .contains("svarbar.intake.workers = 4", "svarbar.secret-key = set")
          .contains("svarbar.notices.mail.to = set", "svarbar.console.new-password = not set")
          .containsPattern("svarbar.opensearch.url = http://127.0.0.1:\\d+/…");
      assertThat(parts.get("threads.txt")).contains("svarbar-deliveries-claims");
      assertThat(parts.get("log.txt"))
          .containsPattern("INFO org.svarbar.intake.DeliveryWorker [0-9a-f]{32} tries again");
    }
  }

  /** As a name that nobody has, a question, a name of a program, in an address and in a form. */
  private static void writeElsewhere() {
    ADMIN.anonymously().as(CANARY, "kanarie").get("api/metrics");
    ADMIN.post("api/suggestions", text("{\"text\":\"%s\"}"));
    ADMIN.post("api/triage/try", text("{\"text\":\"%s\"}"));
    ADMIN.post("api/knowledge/import?source=kanarie&format=json", text("{\"%s\":"));
    ADMIN.get("api/kanarie?kanarie=kanarie");
    ADMIN.send("PUT", "api/modes/switch", Map.of(), BodyPublishers.ofString(CANARY));
  }

  @Test
  void isForAdministratorsAlone() {
    assertThat(ADMIN.anonymously().get("api/support-bundle").status()).isEqualTo(401);
    assertThat(ADMIN.page("console/settings", "en").body()).contains("/api/support-bundle");
  }

  private static String text(String form) {
    return form.formatted(CANARY);
  }

  private static Map<String, String> unpacked() throws IOException {
    var login = Product.ADMIN + ":" + Product.ADMIN_PASSWORD;
    var request =
        HttpRequest.newBuilder(ADMIN.at("api/support-bundle"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    var parts = new LinkedHashMap<String, String>();
    try (var client = HttpClient.newHttpClient();
        var zip =
            new ZipInputStream(
                new ByteArrayInputStream(
                    client.send(request, BodyHandlers.ofByteArray()).body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return parts;
  }
}
