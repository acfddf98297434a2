package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class NoteIT {

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
  void suggestsTheRightEntryFirst() {
    var mail = DemoKnowledge.mail("sv-3");

    connection.deliver(id(), open("1", mail));

    var note = Jsoup.parse(noteOn("1"));
    assertThat(note.selectFirst("li strong").text()).isEqualTo(mail.expectedTitle());
    assertThat(note.selectFirst("li > p > em").text()).isNotBlank();
    assertThat(note.selectFirst("a").attr("href")).startsWith("https://nordlys.example/sv/");
  }

  @Test
  void writesOneNoteForEachMessageOfTheRequester() {
    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");

    connection.deliver(id(), helpdesk.reply("1", DemoKnowledge.mail("sv-3").body()));

    Eventually.soon().see("a second note", () -> helpdesk.notes("1"), notes -> notes.size() == 2);
  }

  @Test
  void writesOneNoteHoweverTheEventsAreOrdered() {
    var opened = open("1", DemoKnowledge.mail("sv-1"));

    connection.deliver(id(), helpdesk.change("1", "status", "closed"));
    allIsDone(1);
    connection.deliver(id(), helpdesk.change("1", "priority", "high"));
    allIsDone(2);
    connection.deliver(id(), opened);
    noteOn("1");
    allIsDone(3);

    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  @Test
  void writesOneNoteHoweverManyEventsTellOfTheSameMessage() {
    var event = open("1", DemoKnowledge.mail("sv-1"));

    IntStream.range(0, 20).parallel().forEach(i -> connection.deliver(id(), event));
    allIsDone(20);

    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  @Test
  void storesOneRowForManyIdenticalDeliveriesAtOnce() {
    var event = open("1", DemoKnowledge.mail("sv-1"));
    var id = id();

    var answers =
        IntStream.range(0, 50).parallel().mapToObj(i -> connection.deliver(id, event)).toList();
    noteOn("1");

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(deliveries("")).isEqualTo(1);
  }

  @Test
  void isNotSetOffByItsOwnNote() {
    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");

    connection.deliver(id(), helpdesk.echoOfLastNote("1"));
    allIsDone(2);

    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  @Test
  void isSilentWhenNothingFits() {
    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-7")));
    allIsDone(1);

    assertThat(helpdesk.notes("1")).isEmpty();
  }

  @Test
  void writesOneNoteWhenTheHelpdeskAsksForTime() {
    var wait = new Reply(429, Map.of("Retry-After", "2"), "");
    helpdesk.disturb(attempt -> attempt == 1 ? Disturbance.refused(wait) : Disturbance.NONE);
    var start = System.nanoTime();

    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");

    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(seconds).as("waits as long as Retry-After says").isGreaterThan(2);
    assertThat(helpdesk.tries()).isEqualTo(2);
    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  @Test
  void writesOneNoteWhenTheHelpdeskFailsForAWhile() {
    helpdesk.disturb(
        attempt -> attempt < 4 ? Disturbance.refused(Reply.status(500)) : Disturbance.NONE);

    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");

    assertThat(helpdesk.tries()).isEqualTo(4);
  }

  @Test
  void writesOneNoteWhenTheAnswerIsLost() {
    helpdesk.disturb(attempt -> attempt == 1 ? Disturbance.answerLost() : Disturbance.NONE);

    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");
    Eventually.soon().see("the action is done", () -> actions("done"), done -> done == 1);

    assertThat(helpdesk.tries()).isEqualTo(1);
    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  /** A note that somebody deletes before it is looked for is as one that was never written. */
  @Test
  void writesItAgainWhenItIsGoneBeforeTheAnswerCame() {
    helpdesk.disturb(
        attempt -> attempt == 1 ? Disturbance.refused(Reply.none()) : Disturbance.NONE);

    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    noteOn("1");
    Eventually.soon().see("the action is done", () -> actions("done"), done -> done == 1);

    assertThat(helpdesk.tries()).isEqualTo(2);
    assertThat(helpdesk.notes("1")).hasSize(1);
  }

  @Test
  void givesUpVisiblyWhenTheHelpdeskSaysNo() {
    helpdesk.disturb(attempt -> Disturbance.refused(Reply.status(403)));
    connection.deliver(id(), open("1", DemoKnowledge.mail("sv-1")));
    Eventually.soon().see("a dead letter", () -> actions("dead"), dead -> dead == 1);

    helpdesk.disturb(attempt -> Disturbance.NONE);
    var deadLetter =
        Product.underTest()
            .get("api/actions?state=dead&connection=" + connection.id())
            .json()
            .asJsonObject()
            .getJsonArray("items")
            .getJsonObject(0);
    Product.underTest().post("api/actions/" + deadLetter.getInt("id") + "/replay", "");

    assertThat(deadLetter.getString("lastError")).contains("403");
    assertThat(noteOn("1")).contains("svarbar-");
  }

  @Test
  void givesUpWhatItCannotRead() {
    connection.deliver(id(), "no JSON");

    Eventually.soon().see("a dead letter", () -> deliveries("dead"), dead -> dead == 1);
  }

  private String open(String id, Mail mail) {
    return helpdesk.open(id, mail.subject(), mail.body());
  }

  private String noteOn(String ticket) {
    return Eventually.soon()
        .see("a note on ticket " + ticket, () -> helpdesk.notes(ticket), notes -> !notes.isEmpty())
        .getFirst();
  }

  private void allIsDone(int deliveries) {
    Eventually.soon()
        .see(
            deliveries + " deliveries are done",
            () -> deliveries("done"),
            done -> done == deliveries);
    Eventually.soon().see("no action is open", () -> actions("open"), open -> open == 0);
  }

  private int deliveries(String state) {
    return count("deliveries", state);
  }

  private int actions(String state) {
    return count("actions", state);
  }

  private int count(String what, String state) {
    var wanted = state.isEmpty() ? "" : "&state=" + state;
    var path = "api/" + what + "?connection=" + connection.id() + wanted;
    return Product.underTest().get(path).json().asJsonObject().getInt("count");
  }

  private static String id() {
    return "msg_" + UUID.randomUUID();
  }
}
