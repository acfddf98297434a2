package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** Entries that contradict or repeat each other or are stale are found, shown and dismissed. */
@ArquillianTest
@RunAsClient
class KnowledgeReportIT {

  private final Product product = Product.underTest();
  private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "lax";
  private final String question = "How long may I return the " + mark + " after buying it?";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void reportsAContradictionUntilItIsDismissedAndAgainAfterAChange() {
    imported("one", entry("a", question, "You can return it within 14 days."));
    imported("two", entry("b", question, "You have 30 days to send it back."));

    var found = awaitOnly("contradiction");
    assertThat(found.getString("reason")).isEqualTo("numbers");
    assertThat(found.getString("says")).contains("14 days");
    assertThat(found.getString("otherSays")).contains("30 days");
    assertThat(found.getJsonObject("entry").getString("source")).isEqualTo(mark + "-one");
    assertThat(found.getJsonObject("other").getString("source")).isEqualTo(mark + "-two");

    assertThat(dismiss(found)).isEqualTo(204);
    assertThat(dismiss(found)).isEqualTo(404);
    assertThat(findings("contradiction")).isEmpty();

    // looked at again for another reason, it stays dismissed
    imported("three", entry("c", "What does the " + mark + " cost in the shop?", "Ask us."));
    awaitExamined("three", "Prices of 2024 for the " + mark, "Valid in 2024.");
    assertThat(findings("contradiction")).isEmpty();

    imported("two", entry("b", question, "You have 60 days to send it back."));
    assertThat(awaitOnly("contradiction").getString("otherSays")).contains("60 days");

    imported("two", entry("b", question, "You can return it within 14 days."));
    var same = awaitOnly("duplicate");
    assertThat(same.getString("reason")).isEqualTo("same");
    assertThat(findings("contradiction")).isEmpty();
  }

  @Test
  void showsWhatIsFoundInTheConsole() {
    imported("one", entry("a", question, "The " + mark + " fee was paid back in 2023."));
    var found = awaitOnly("stale");
    assertThat(found.getString("reason")).isEqualTo("past");

    for (var language : List.of("sv", "nb", "nn", "da", "fi", "en")) {
      var page = product.page("console/knowledge/report?kind=stale", language);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains(mark, "2023").doesNotContain("report.");
    }
    var dismissed =
        product.send(
            "POST",
            "console/knowledge/report/" + found.getInt("id") + "/dismiss",
            java.util.Map.of("Content-Type", "application/x-www-form-urlencoded"),
            java.net.http.HttpRequest.BodyPublishers.ofString("kind=stale"));
    assertThat(dismissed.status()).isEqualTo(303);
    assertThat(findings("stale")).isEmpty();
  }

  @Test
  void saysNothingOfRetiredEntries() {
    imported("one", entry("a", question, "Valid until 2024."));
    var id = awaitOnly("stale").getJsonObject("entry").getInt("id");

    product.send(
        "POST",
        "console/knowledge/" + id + "/retire",
        java.util.Map.of(),
        java.net.http.HttpRequest.BodyPublishers.noBody());

    examined(() -> findings("stale").isEmpty());
  }

  @Test
  void refusesAKindThatThereIsNot() {
    assertThat(product.get("api/knowledge/report?kind=nonsense").status()).isEqualTo(400);
  }

  private void awaitExamined(String source, String asked, String answer) {
    imported(source, entry("z", asked, answer));
    awaitOnly("stale");
  }

  private JsonObject awaitOnly(String kind) {
    return Eventually.within(Duration.ofSeconds(60))
        .see("one " + kind + " is found", () -> looked(kind), it -> it.size() == 1)
        .getFirst();
  }

  private void examined(java.util.function.BooleanSupplier held) {
    Eventually.within(Duration.ofSeconds(60))
        .see(
            "the report is up to date",
            () -> {
              product.post("api/knowledge/report", "");
              return held.getAsBoolean();
            },
            it -> it);
  }

  private List<JsonObject> looked(String kind) {
    product.post("api/knowledge/report", "");
    return findings(kind);
  }

  private List<JsonObject> findings(String kind) {
    for (var page = 0; ; page++) {
      var answer = product.get("api/knowledge/report?kind=" + kind + "&page=" + page);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      var all = answer.json().asJsonObject().getJsonArray("findings");
      var ours =
          all.getValuesAs(JsonObject.class).stream()
              .filter(it -> it.getJsonObject("entry").getString("title").contains(mark))
              .toList();
      if (!ours.isEmpty() || all.isEmpty()) {
        return ours;
      }
    }
  }

  private int dismiss(JsonObject finding) {
    return product.post("api/knowledge/report/" + finding.getInt("id") + "/dismiss", "").status();
  }

  private void imported(String source, String entries) {
    var answer =
        product.post(
            "api/knowledge/import?source=" + mark + "-" + source + "&format=json", entries);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().asJsonObject().getJsonArray("refused")).isEmpty();
  }

  private static String entry(String key, String asked, String answer) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("key", key)
                .add("language", "en")
                .add("visibility", "public")
                .add("questions", Json.createArrayBuilder().add(asked))
                .add("answer", answer))
        .build()
        .toString();
  }
}
