package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.StandardWebhook;

@ArquillianTest
@RunAsClient
class CorrelationIT {

  private static final Product ADMIN = Product.underTest();
  private static final Path LOG =
      Path.of(System.getProperty("it.folder", "target"), "wildfly", "log", "server.log");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void goesWithOneWebhookThroughTheLogToTheHelpdeskAndTheConsole() throws IOException {
    DemoKnowledge.known();
    var trace = UUID.randomUUID().toString().replace("-", "");
    try (var helpdesk = GenericHelpdesk.start();
        var collector = FakeHelpdesk.startAt(Integer.getInteger("it.traces.port"))) {
      collector.on("POST", "/v1/traces", told -> Reply.json("{}"));
      var connection = ConnectionForTests.generic(helpdesk.base());
      var asked = DemoKnowledge.mails().getFirst().expectedTitle();
      var webhook =
          StandardWebhook.of(connection.secret(), "traced", helpdesk.open("7", asked, asked))
              .with("traceparent", "00-" + trace + "-b7ad6b7169203331-01");

      var answer = connection.deliver(webhook);
      var again = connection.deliver(webhook.without("traceparent"));
      Eventually.soon().see("a note", () -> helpdesk.notes("7"), notes -> !notes.isEmpty());

      assertThat(answer.header("Svarbar-Correlation")).contains(trace);
      assertThat(again.header("Svarbar-Correlation")).as("the same delivery").contains(trace);
      assertThat(helpdesk.traceparents("POST", "/tickets/7/notes"))
          .isNotEmpty()
          .allMatch(it -> it.startsWith("00-" + trace + "-"));
      var lines =
          Eventually.soon()
              .see(
                  "what was done is in the log",
                  () -> logged("ticket " + connection.id() + "#7"),
                  found -> found.stream().anyMatch(line -> line.contains("(internal-note)")));
      assertThat(lines).allMatch(line -> line.contains(" " + trace + ") "));
      assertThat(logged(trace))
          .anyMatch(line -> line.contains("[org.svarbar.intake.WebhooksResource]"))
          .anyMatch(line -> line.contains("[org.svarbar.intake.DeliveryWorker]"))
          .anyMatch(line -> line.contains("[org.svarbar.outbox.Outbox]"));
      seeOnThePage(connection, trace);
      seeSpans(collector, trace);
    }
  }

  private static void seeSpans(FakeHelpdesk collector, String trace) {
    var spans =
        Eventually.soon()
            .see(
                "the collector knows each step",
                () -> collector.received().stream().flatMap(CorrelationIT::spans).toList(),
                found ->
                    found.stream()
                        .filter(it -> it.getString("traceId").equals(trace))
                        .anyMatch(it -> it.getString("name").endsWith("internal-note")));
    var ours = spans.stream().filter(it -> it.getString("traceId").equals(trace)).toList();
    var first = ours.stream().filter(it -> !it.containsKey("parentSpanId")).toList();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().getString("name")).isEqualTo("webhook is stored");
    assertThat(ours.stream().map(it -> it.getString("spanId")).distinct()).hasSameSizeAs(ours);
    assertThat(ours)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(
            it -> it.getString("startTimeUnixNano").compareTo(it.getString("endTimeUnixNano")) <= 0)
        .filteredOn(it -> it.containsKey("parentSpanId"))
        .allMatch(it -> it.getString("parentSpanId").equals(first.getFirst().getString("spanId")));
  }

  private static Stream<JsonObject> spans(Received told) {
    try (var reader = Json.createReader(new StringReader(told.body()))) {
      return reader
          .readObject()
          .getValue("/resourceSpans/0/scopeSpans/0/spans")
          .asJsonArray()
          .getValuesAs(JsonObject.class)
          .stream();
    }
  }

  private static void seeOnThePage(ConnectionForTests connection, String trace) {
    var deliveries = ADMIN.get("api/deliveries?connection=" + connection.id()).json();
    var delivery = deliveries.asJsonObject().getJsonArray("items").getJsonObject(0);
    assertThat(delivery.getString("correlation")).isEqualTo(trace);
    var page = ADMIN.page("console/deliveries/" + delivery.getInt("id"), "en").body();
    assertThat(page).contains(trace).contains("internal note", "milliseconds after it came");
  }

  @Test
  void isMadeWhereTheSenderHasNone() {
    try (var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      var webhook = StandardWebhook.of(connection.secret(), "untraced", "[]");

      var made = connection.deliver(webhook).header("Svarbar-Correlation");
      var wrong = connection.deliver(webhook.with("webhook-id", "other"));

      assertThat(made).get().asString().matches("[0-9a-f]{32}");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.header("Svarbar-Correlation")).isEmpty();
    }
  }

  private static List<String> logged(String part) throws IOException {
    try (var lines = Files.lines(LOG)) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }
}
