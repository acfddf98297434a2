package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;
import org.svarbar.testing.Product;

/** How far Svarbar goes in each mode, and what keeps it from answering. */
@ArquillianTest
@RunAsClient
class ModesIT {

  private final String address =
      "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

  private final Product product = Product.underTest();
  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;
  private Mail mail;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
    mail = DemoKnowledge.mail("sv-3");
  }

  @AfterEach
  void disconnect() {
    turn("on");
    helpdesk.close();
  }

  @Test
  void doesNothingWhereItIsOffAndOnlyJudgesWhereItMonitors() {
    set("off");
    open("1");
    set("monitor");
    open("2");

    allIsDone(2);
    assertThat(helpdesk.notes("1")).isEmpty();
    assertThat(helpdesk.notes("2")).isEmpty();
    assertThat(verdicts("1")).isZero();
    assertThat(verdicts("2")).isOne();
  }

  @Test
  void keepsADraftInTheCustomersLanguageBesideTheNote() {
    set("draft");

    open("1");

    var note = noteOn("1");
    var draft =
        Eventually.soon().see("a draft", () -> helpdesk.draft("1").orElse(""), it -> !it.isEmpty());
    assertThat(Jsoup.parse(note).text()).doesNotContain("Med vänlig hälsning");
    assertThat(Jsoup.parse(draft).text()).contains("Hej", "Med vänlig hälsning", "svarbar-");
    assertThat(helpdesk.replies("1")).isEmpty();
  }

  @Test
  void answersUnderAPromiseAndSaysThatItIsAutomatic() {
    promise();
    set("reply");

    open("1");

    var reply = Jsoup.parse(replyOn("1")).text();
    assertThat(reply)
        .contains("Det här är ett automatiskt svar", "Svara på det här mejlet", "svarbar-");
    assertThat(noteOn("1")).contains("Svarbar svarar kunden automatiskt");
  }

  @Test
  void writesANoteWhereNoPromiseHolds() {
    set("reply");
    open("1");
    connection.judge(40);
    assertThat(connection.promise()).isEqualTo("refused");
    open("2");

    allIsDone(2);
    assertThat(helpdesk.replies("1")).isEmpty();
    assertThat(helpdesk.replies("2")).isEmpty();
    assertThat(outcomes()).contains("not answered automatically");
    assertThat(noteOn("2")).isNotBlank();
  }

  @Test
  void answersATicketOnceHoweverManyEventsTellOfIt() {
    promise();
    set("reply");
    var event = helpdesk.open("1", address, mail.subject(), mail.body());
    for (var i = 0; i < 10; i++) {
      connection.deliver("msg_" + UUID.randomUUID(), event);
    }
    replyOn("1");
    allIsDone(10);
    connection.deliver("msg_" + UUID.randomUUID(), helpdesk.reply("1", mail.body()));
    allIsDone(11);

    assertThat(helpdesk.replies("1")).hasSize(1);
    var newest = verdictsOf("1").getJsonObject(0).getJsonObject("verdict");
    assertThat(newest.getString("verdict")).isEqualTo("person");
    assertThat(newest.getJsonArray("signals").toString()).contains("answered-automatically");
  }

  @Test
  void answersOnceAlthoughTheAnswerOfTheHelpdeskIsLost() {
    promise();
    set("reply");
    helpdesk.disturb(attempt -> Disturbance.answerLost());

    open("1");

    allIsDone(1);
    assertThat(helpdesk.replies("1")).hasSize(1);
    assertThat(helpdesk.replyTries()).isEqualTo(1);
  }

  @Test
  void asksAgainImmediatelyBeforeItSends() {
    promise();
    set("reply");
    helpdesk.disturb(
        attempt ->
            attempt < 3
                ? Disturbance.refused(new Reply(503, Map.of("Retry-After", "1"), ""))
                : Disturbance.NONE);
    open("1");
    Eventually.soon().see("a first try", helpdesk::replyTries, tries -> tries > 0);

    helpdesk.answerAsAgent("1", "Hej, så här gör du.");

    allIsDone(1);
    assertThat(helpdesk.replies("1")).isEmpty();
    Eventually.soon()
        .see(
            "a note that says why",
            () -> String.join("\n", helpdesk.notes("1")),
            notes -> notes.contains("en handläggare arbetar med ärendet"));
  }

  @Test
  void leavesATicketToThePersonWhoseItIs() {
    promise();
    set("reply");
    var event = helpdesk.open("1", address, mail.subject(), mail.body());
    helpdesk.own("1", "agneta");

    connection.deliver("msg_1", event);

    assertThat(noteOn("1")).contains("ärendet har en ägare");
    allIsDone(1);
    assertThat(helpdesk.replies("1")).isEmpty();
  }

  @Test
  void stopsAtOnceByTheMasterSwitch() {
    promise();
    set("reply");
    turn("no-replies");
    open("1");
    allIsDone(1);
    turn("off");
    open("2");
    allIsDone(2);

    assertThat(helpdesk.replies("1")).isEmpty();
    assertThat(noteOn("1")).contains("automatiska svar är avstängda");
    assertThat(helpdesk.notes("2")).isEmpty();
    assertThat(verdicts("2")).isZero();
  }

  @Test
  void stopsBySwitchWhatWasDecidedAlready() {
    promise();
    set("reply");
    helpdesk.disturb(attempt -> Disturbance.refused(new Reply(503, Map.of(), "")));
    open("1");
    Eventually.soon().see("a first try", helpdesk::replyTries, tries -> tries > 0);

    turn("no-replies");
    helpdesk.disturb(attempt -> Disturbance.NONE);

    allIsDone(1);
    assertThat(helpdesk.replies("1")).isEmpty();
  }

  @Test
  void goesAsFarAsTheGroupMay() {
    promise();
    set("note");
    put("{\"group\":\"Support\",\"mode\":\"reply\"}");
    put("{\"group\":\"Juridik\",\"mode\":\"off\"}");

    for (var group : List.of("Support", "Juridik", "Annat")) {
      var event = helpdesk.open(group, group + address, mail.subject(), mail.body());
      helpdesk.lieIn(group, group);
      connection.deliver("msg_" + group, event);
    }
    allIsDone(3);

    assertThat(helpdesk.replies("Support")).hasSize(1);
    assertThat(helpdesk.notes("Juridik")).isEmpty();
    assertThat(helpdesk.replies("Annat")).isEmpty();
    assertThat(helpdesk.notes("Annat")).hasSize(1);
  }

  @Test
  void keepsToLanguagesAndHours() {
    promise();
    put("{\"mode\":\"reply\",\"languages\":[\"fi\"]}");
    open("1");
    assertThat(noteOn("1")).contains("inga automatiska svar på det här språket");
    var another = ZonedDateTime.now().minusDays(2).getDayOfWeek().getValue();
    put("{\"mode\":\"reply\",\"days\":[" + another + "]}");
    open("2");

    assertThat(noteOn("2")).contains("utanför de tider");
    allIsDone(2);
    assertThat(helpdesk.replies("1")).isEmpty();
    assertThat(helpdesk.replies("2")).isEmpty();
  }

  @Test
  void answersOneRequesterOnlySoOftenADay() {
    promise();
    put("{\"mode\":\"reply\",\"mostPerDay\":2}");

    for (var i = 1; i <= 4; i++) {
      open(Integer.toString(i));
    }
    allIsDone(4);

    var sent = 0;
    for (var i = 1; i <= 4; i++) {
      sent += helpdesk.replies(Integer.toString(i)).size();
    }
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void namesWhatIsWrongWithAPolicy() {
    for (var wrong :
        List.of(
            "x",
            "{\"mode\":\"always\"}",
            "{\"languages\":[\"tlh\"]}",
            "{\"days\":[8]}",
            "{\"days\":[]}",
            "{\"from\":\"25:00\"}",
            "{\"mostPerDay\":0}",
            "{\"signature\":\"" + "x".repeat(401) + "\"}")) {
      var answer = product.put(modes(), wrong);
      assertThat(answer.status()).as("%s: %s", wrong, answer).isEqualTo(400);
    }
    assertThat(product.put("api/modes/connections/nobody", "{}").status()).isEqualTo(404);
    assertThat(product.put("api/modes/switch", "{\"state\":\"maybe\"}").status()).isEqualTo(400);
    assertThat(product.anonymously().get("api/modes/switch").status()).isEqualTo(401);
  }

  private void open(String id) {
    var from =
        id.equals("1") || id.length() == 1 ? address.replace("@", connection.id() + "@") : id;
    connection.deliver("msg_" + id, helpdesk.open(id, from, mail.subject(), mail.body()));
  }

  private void set(String mode) {
    put("{\"mode\":\"" + mode + "\"}");
  }

  private void put(String policy) {
    connection.conduct(policy);
  }

  private String modes() {
    return "api/modes/connections/" + connection.id();
  }

  private void turn(String state) {
    var answer = product.put("api/modes/switch", "{\"state\":\"" + state + "\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void promise() {
    connection.judge(80);
    assertThat(connection.promise()).isEqualTo("granted");
  }

  private int verdicts(String ticket) {
    return verdictsOf(ticket).size();
  }

  private JsonArray verdictsOf(String ticket) {
    return product
        .get("api/triage/verdicts/" + connection.id() + "?ticket=" + ticket)
        .json()
        .asJsonArray();
  }

  private String outcomes() {
    return product.get("api/deliveries?connection=" + connection.id()).body();
  }

  private String noteOn(String ticket) {
    return Eventually.soon()
        .see("a note on " + ticket, () -> helpdesk.notes(ticket), notes -> !notes.isEmpty())
        .getFirst();
  }

  private String replyOn(String ticket) {
    return Eventually.soon()
        .see("a reply on " + ticket, () -> helpdesk.replies(ticket), all -> !all.isEmpty())
        .getFirst();
  }

  private void allIsDone(int deliveries) {
    Eventually.soon()
        .see(
            deliveries + " deliveries are done",
            () -> count("deliveries", "done"),
            n -> n == deliveries);
    Eventually.soon().see("no action is open", () -> count("actions", "open"), n -> n == 0);
  }

  private int count(String what, String state) {
    return product
        .get("api/" + what + "?connection=" + connection.id() + "&state=" + state)
        .json()
        .asJsonObject()
        .getInt("count");
  }
}
