package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

@ArquillianTest
@RunAsClient
class TriageIT {

  private static final String COMPLAINT =
      " Jag vill klaga: ni har lovat att ringa tre gånger och ingen ringer. Jag är mycket"
          + " besviken.";

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

  @Test
  void keepsOneVerdictForEachMessageWithItsReasons() {
    var mail = DemoKnowledge.mail("sv-1");
    var event = helpdesk.open("1", mail.subject(), mail.body());

    IntStream.range(0, 10).parallel().forEach(i -> connection.deliver(id(), event));
    allIsDone(10);

    var verdicts = verdicts("1");
    assertThat(verdicts).hasSize(1);
    var verdict = verdicts.getJsonObject(0).getJsonObject("verdict");
    assertThat(verdict.getString("verdict")).isIn("answerable", "suggest");
    assertThat(verdict.getJsonNumber("probability").doubleValue()).isBetween(0.01, 1.0);
    assertThat(verdict.getInt("measuredOn")).isZero();
    assertThat(texts(verdict, "reasons")).anyMatch(it -> it.startsWith("matches: "));
    assertThat(verdict.getString("model")).isNotBlank();
  }

  @Test
  void saysInTheNoteThatAComplaintNeedsAPerson() {
    var mail = DemoKnowledge.mail("sv-1");

    connection.deliver(id(), helpdesk.open("1", mail.subject(), mail.body() + COMPLAINT));

    var note = Eventually.soon().see("a note", () -> helpdesk.notes("1"), it -> !it.isEmpty());
    assertThat(Jsoup.parse(note.getFirst()).text()).contains("Till en människa: klagomål: “");
    assertThat(verdictOn("1").getString("verdict")).isEqualTo("person");
  }

  @Test
  void saysNothingToAnOutOfOfficeNotice() {
    var mail = DemoKnowledge.mail("sv-1");
    var text = "Hej! Jag är på semester och åter på kontoret den 12 augusti.\n\n" + mail.body();

    connection.deliver(id(), helpdesk.open("1", "Frånvaro: " + mail.subject(), text));
    allIsDone(1);

    assertThat(helpdesk.notes("1")).isEmpty();
    assertThat(texts(verdictOn("1"), "signals")).contains("out-of-office");
  }

  @Test
  void leavesToAnAgentWhatDependsOnTheCustomersOwnCase() {
    var verdict = tried("Kan ni skicka min faktura 123 för oktober som pdf?");

    assertThat(verdict.getString("verdict")).isNotEqualTo("answerable");
    assertThat(texts(verdict, "signals")).contains("own-case");
  }

  @Test
  void writesTagsAndNotesWithoutSuggestionsOnlyWhereItWasToldTo() {
    var told =
        Product.underTest()
            .put(policy(), "{\"marking\":\"tag\",\"noteForPerson\":true,\"rules\":[]}");
    assertThat(told.status()).as("%s", told).isEqualTo(200);

    connection.deliver(
        id(), helpdesk.open("1", "Xyzzy", "Min advokat kommer att stämma er i tingsrätten."));
    allIsDone(1);

    assertThat(helpdesk.tags("1")).containsExactly("svarbar-person");
    assertThat(Jsoup.parse(helpdesk.notes("1").getFirst()).text()).contains("juridik");
  }

  @Test
  void obeysTheRulesOfAConnectionUntilTheyAreReset() {
    var rules =
        Json.createObjectBuilder()
            .add(
                "rules",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("name", "invoices")
                            .add("words", "faktura*")
                            .add("then", "person")))
            .build();
    assertThat(Product.underTest().put(policy(), rules.toString()).status()).isEqualTo(200);
    assertThat(tried("Hur får jag en faktura som pdf?").getString("verdict")).isEqualTo("person");
    assertThat(texts(tried("Hur får jag en faktura som pdf?"), "reasons"))
        .contains("rule: invoices");

    assertThat(Product.underTest().delete(policy()).status()).isEqualTo(204);

    assertThat(texts(tried("Hur får jag en faktura som pdf?"), "reasons"))
        .doesNotContain("rule: invoices");
  }

  @Test
  void saysWhatIsWrongWithAPolicyAndKeepsTheOld() {
    var answer =
        Product.underTest()
            .put(policy(), "{\"rules\":[{\"name\":\"x\",\"signal\":\"joy\",\"then\":\"person\"}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("rule 1", "there is no joy");
    var kept = Product.underTest().get(policy()).json().asJsonObject();
    assertThat(kept.getJsonArray("rules").size()).isGreaterThan(10);
    assertThat(kept.getString("marking")).isEqualTo("none");
  }

  @Test
  void answersBadRequestsPlainly() {
    var product = Product.underTest();

    assertThat(product.post("api/triage/try", "{}").status()).isEqualTo(400);
    assertThat(product.post("api/triage/try", "no JSON").status()).isEqualTo(400);
    assertThat(product.post("api/triage/try", "{\"text\":\"a\",\"language\":\"de\"}").status())
        .isEqualTo(400);
    assertThat(product.get("api/triage/policies/NO-SUCH").status()).isEqualTo(404);
    assertThat(product.anonymously().get(policy()).status()).isIn(401, 403);
  }

  private String policy() {
    return "api/triage/policies/" + connection.id();
  }

  private JsonObject tried(String text) {
    var asked =
        Json.createObjectBuilder()
            .add("text", text)
            .add("language", "sv")
            .add("connection", connection.id())
            .build();
    Answer answer = Product.underTest().post("api/triage/try", asked.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonObject();
  }

  private JsonObject verdictOn(String ticket) {
    return Eventually.soon()
        .see("a verdict", () -> verdicts(ticket), it -> !it.isEmpty())
        .getJsonObject(0)
        .getJsonObject("verdict");
  }

  private JsonArray verdicts(String ticket) {
    return Product.underTest()
        .get("api/triage/verdicts/" + connection.id() + "?ticket=" + ticket)
        .json()
        .asJsonArray();
  }

  private static List<String> texts(JsonObject verdict, String member) {
    return verdict.getJsonArray(member).getValuesAs(JsonString::getString);
  }

  private void allIsDone(int deliveries) {
    Eventually.soon()
        .see("deliveries are done", () -> count("deliveries", "done"), it -> it == deliveries);
    Eventually.soon().see("no action is open", () -> count("actions", "open"), it -> it == 0);
  }

  private int count(String what, String state) {
    var path = "api/" + what + "?connection=" + connection.id() + "&state=" + state;
    return Product.underTest().get(path).json().asJsonObject().getInt("count");
  }

  private static String id() {
    return "msg_" + UUID.randomUUID();
  }
}
