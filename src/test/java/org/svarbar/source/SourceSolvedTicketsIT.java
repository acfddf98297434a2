package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.of;
import static org.svarbar.source.SourceForTests.putUp;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.Product;

/** Solved tickets become proposals, and entries only by a person. */
@ArquillianTest
@RunAsClient
class SourceSolvedTicketsIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ANSWER = "Hold the lever of the yak gate for three seconds.";

  private final String animal = "Yak" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void proposesWithoutPublishing() {
    try (var helpdesk =
        FakeHelpdesk.start()
            .on(
                "GET",
                "/tickets",
                any -> Reply.json("{\"tickets\":[{\"id\":\"1\"},{\"id\":\"2\"}]}"))
            .on("GET", "/tickets/1", any -> Reply.json(ticket("1", "solved")))
            .on("GET", "/tickets/2", any -> Reply.json(ticket("2", "open")))) {
      var connection = ConnectionForTests.generic(helpdesk.base().toString());
      var source = putUp(of("solved-tickets", connection.id()));
      var first = source.firstRun();
      var second = source.synced();
      var page = PRODUCT.page("console/proposals", "en").body();

      assertThat(first.getString("outcome")).as("%s", first).isEqualTo("succeeded");
      assertThat(second.getString("outcome")).as("%s", second).isEqualTo("succeeded");
      assertThat(page.split(Pattern.quote(animal), -1)).as("%s", page).hasSize(2);
      assertThat(page).doesNotContain("070-174 06 05");
      assertThat(source.answers(question())).doesNotContain(ANSWER);

      var approved = approve(page);
      assertThat(approved).isEqualTo(303);
      source.secondsUntilAnswered(question(), ANSWER);
      assertThat(approve(page)).isEqualTo(422);
      assertThat(source.synced().getString("outcome")).isEqualTo("succeeded");
      assertThat(PRODUCT.page("console/proposals", "en").body()).doesNotContain(animal);
      source.remove();
    }
  }

  @Test
  void isDecidedAboutByPrograms() {
    try (var helpdesk =
        FakeHelpdesk.start()
            .on(
                "GET",
                "/tickets",
                any -> Reply.json("{\"tickets\":[{\"id\":\"3\"},{\"id\":\"4\"}]}"))
            .on("GET", "/tickets/3", any -> Reply.json(ticket("3", "solved")))
            .on("GET", "/tickets/4", any -> Reply.json(another("4")))) {
      var connection = ConnectionForTests.generic(helpdesk.base().toString());
      var source = putUp(of("solved-tickets", connection.id()));
      source.firstRun();
      var proposed = proposed(connection.id(), "3");
      var rejected = proposed(connection.id(), "4");
      var at = "api/proposals/" + proposed.getInt("id") + "/";

      assertThat(proposed.getString("question")).contains(animal);
      assertThat(PRODUCT.post(at + "approve", "{\"answer\":\" \"}").status()).isEqualTo(400);
      assertThat(PRODUCT.post(at + "approve", "[").status()).isEqualTo(400);
      var edited = "{\"answer\":\"Knock twice.\",\"visibility\":\"public\"}";
      var made = PRODUCT.post(at + "approve", edited);
      assertThat(made.status()).as("%s", made).isEqualTo(201);
      source.secondsUntilAnswered(question(), "Knock twice.");
      assertThat(PRODUCT.post(at + "approve", edited).status()).isEqualTo(409);
      assertThat(PRODUCT.post(at + "reject", "").status()).isEqualTo(404);

      var other = "api/proposals/" + rejected.getInt("id") + "/reject";
      assertThat(PRODUCT.post(other, "").status()).isEqualTo(204);
      assertThat(PRODUCT.post(other, "").status()).isEqualTo(404);
      assertThat(PRODUCT.get("api/proposals").body()).doesNotContain(animal);
      source.remove();
    }
  }

  private static JsonObject proposed(String connection, String ticket) {
    return PRODUCT.get("api/proposals").json().asJsonArray().getValuesAs(JsonObject.class).stream()
        .filter(it -> it.getString("connection").equals(connection))
        .filter(it -> it.getString("ticket").equals(ticket))
        .findFirst()
        .orElseThrow();
  }

  private String another(String id) {
    return ticket(id, "solved").replace("How does the gate of the", "Where is the saddle of the");
  }

  private int approve(String page) {
    var before = page.substring(0, page.indexOf(animal));
    var id = before.substring(before.lastIndexOf("question-") + 9).replaceAll("\\D.*", "").strip();
    var form =
        "visibility=public&question="
            + URLEncoder.encode(question(), StandardCharsets.UTF_8)
            + "&answer="
            + URLEncoder.encode(ANSWER, StandardCharsets.UTF_8);
    return PRODUCT
        .send(
            "POST",
            "console/proposals/" + id.split("\\s")[0] + "/approve",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            BodyPublishers.ofString(form))
        .status();
  }

  private String question() {
    return "How does the gate of the " + animal + " open in the morning?";
  }

  private String ticket(String id, String status) {
    return """
    {"id":"%s","subject":"The gate","status":"%s","messages":[
     {"id":"1","author":"requester","createdAt":"2026-01-01T10:00:00Z",
      "body":"%s My number is 070-174 06 05."},
     {"id":"2","author":"agent","createdAt":"2026-01-01T11:00:00Z","body":"%s"}]}\
    """
        .formatted(id, status, question(), ANSWER);
  }
}
