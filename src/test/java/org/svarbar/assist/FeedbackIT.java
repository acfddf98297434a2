package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

/** What agents send is compared with what was suggested, and remembered. */
@ArquillianTest
@RunAsClient
class FeedbackIT {

  private static final String MAIL = "sv-1";

  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;
  private int pastBefore;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void suggestSomething() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
    pastBefore = pastQuestions();
    var mail = DemoKnowledge.mail(MAIL);
    deliver(helpdesk.open("1", mail.subject(), mail.body()));
    allIsDone(1);
  }

  @AfterEach
  void disconnect() {
    Product.underTest().delete("api/past-questions?source=helpdesk-" + connection.id());
    Eventually.soon()
        .see(
            "what this taught is forgotten",
            () -> Product.underTest().get("api/past-questions").json().asJsonObject(),
            standing -> standing.getBoolean("upToDate"));
    helpdesk.close();
  }

  @Test
  void learnsThatTheSuggestionWasRightWhenItIsSentAndLearnsItOnce() {
    var answer = DemoKnowledge.answer("sv", DemoKnowledge.mail(MAIL).expected());
    var event = helpdesk.answer("1", "Hej Anna!\n\n" + answer + "\n\nHälsningar\nAgneta");

    IntStream.range(0, 5).parallel().forEach(i -> deliver(event));
    allIsDone(6);

    var outcome = outcome();
    assertThat(outcome.getString("found")).isEqualTo("right");
    assertThat(outcome.getString("learnedBy")).isEqualTo("reply");
    assertThat(outcome.getJsonNumber("similarity").doubleValue()).isGreaterThan(0.7);
    assertThat(known().getInt("judged")).isEqualTo(1);
    assertThat(known().getInt("right")).isEqualTo(1);
    assertThat(pastQuestions()).as("taught once").isEqualTo(pastBefore + 1);
  }

  @Test
  void learnsItFromALinkToTheEntrysOwnPage() {
    var page = DemoKnowledge.page("sv", DemoKnowledge.mail(MAIL).expected());

    deliver(helpdesk.answer("1", "Hej! Läs här: " + page));
    allIsDone(2);

    assertThat(outcome().getString("found")).isEqualTo("right");
  }

  @Test
  void learnsThatItWasWrongWhenAnotherEntryIsSent() {
    var answer = DemoKnowledge.answer("sv", "payment-plan");

    deliver(helpdesk.answer("1", "Hej!\n\n" + answer));
    allIsDone(2);

    assertThat(outcome().getString("found")).isEqualTo("wrong");
    assertThat(outcome().getJsonArray("sent")).hasSize(1);
    assertThat(known().getInt("judged")).isEqualTo(1);
    assertThat(known().getInt("right")).isZero();
  }

  @Test
  void leavesUndecidedWhatAnAgentWroteThemselvesAndLearnsFromTheNextReply() {
    deliver(helpdesk.answer("1", "Hej! Jag ringer dig i eftermiddag så reder vi ut det."));
    allIsDone(2);
    assertThat(outcome().getString("found")).isEqualTo("undecided");
    assertThat(known().getInt("judged")).isZero();
    assertThat(pastQuestions()).as("taught nothing yet").isEqualTo(pastBefore);

    var answer = DemoKnowledge.answer("sv", DemoKnowledge.mail(MAIL).expected());
    deliver(helpdesk.answer("1", answer));
    allIsDone(3);

    assertThat(outcome().getString("found")).isEqualTo("right");
  }

  @Test
  void doubtsTheSuggestionWhenTheRequesterComesBackAfterIt() {
    var answer = DemoKnowledge.answer("sv", DemoKnowledge.mail(MAIL).expected());
    deliver(helpdesk.answer("1", answer));
    allIsDone(2);
    helpdesk.close("1");

    deliver(helpdesk.reply("1", "Hej igen! Det hjälpte inte, vad gör jag nu?"));
    allIsDone(3);

    assertThat(outcomes()).hasSize(2);
    var doubt = outcomes().getLast();
    assertThat(doubt.getString("learnedBy")).isEqualTo("reopened");
    assertThat(doubt.getString("message")).isEqualTo("1");
    assertThat(doubt.getString("found")).isEqualTo("undecided");
    assertThat(doubt.getJsonNumber("certainty").doubleValue()).isEqualTo(0.4);
    assertThat(known().getInt("right")).as("judged by the reply alone").isEqualTo(1);
    assertThat(pastQuestions()).as("still taught").isEqualTo(pastBefore + 1);
  }

  @Test
  void takesNoComingBackForADoubtWhenSomethingElseHadBeenSent() {
    deliver(helpdesk.answer("1", "Hej! Jag ringer dig i eftermiddag så reder vi ut det."));
    allIsDone(2);
    helpdesk.close("1");

    deliver(helpdesk.reply("1", "Hej igen! Ingen ringde."));
    allIsDone(3);

    assertThat(outcome().getString("learnedBy")).isEqualTo("reply");
  }

  @Test
  void learnsFromATagThatSaysSomethingElseThanTheVerdict() {
    var verdicts = "api/triage/verdicts/" + connection.id() + "?ticket=1";
    var said =
        Product.underTest()
            .get(verdicts)
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getJsonObject("verdict")
            .getString("verdict");
    assertThat(said).isNotEqualTo("person");

    deliver(helpdesk.change("1", "tag", "svarbar-" + said));
    deliver(helpdesk.change("1", "tag", "vip"));
    allIsDone(3);
    assertThat(outcomes()).isEmpty();
    deliver(helpdesk.change("1", "tag", "svarbar-person"));
    allIsDone(4);

    assertThat(outcome().getString("learnedBy")).isEqualTo("tag");
    assertThat(outcome().getJsonNumber("certainty").doubleValue()).isEqualTo(0.6);
    assertThat(known().getInt("judged")).as("too little to count").isZero();
  }

  @Test
  void forgetsATicketThatTheHelpdeskHasDeleted() {
    deliver(helpdesk.answer("1", DemoKnowledge.answer("sv", DemoKnowledge.mail(MAIL).expected())));
    allIsDone(2);
    assertThat(outcome().getString("found")).isEqualTo("right");
    assertThat(pastQuestions()).isEqualTo(pastBefore + 1);

    deliver(helpdesk.change("1", "status", "deleted"));
    allIsDone(3);

    assertThat(outcomes()).isEmpty();
    assertThat(pastQuestions()).isEqualTo(pastBefore);
    var verdicts = "api/triage/verdicts/" + connection.id() + "?ticket=1";
    assertThat(Product.underTest().get(verdicts).body()).isEqualTo("[]");
  }

  private static int pastQuestions() {
    return Product.underTest().get("api/past-questions").json().asJsonObject().getInt("known");
  }

  private JsonObject outcome() {
    assertThat(outcomes()).hasSize(1);
    return outcomes().getFirst();
  }

  private List<JsonObject> outcomes() {
    return Product.underTest()
        .get("api/triage/outcomes/" + connection.id() + "/1")
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class);
  }

  private JsonObject known() {
    return Product.underTest().get("api/triage/outcomes/" + connection.id()).json().asJsonObject();
  }

  private void deliver(String event) {
    assertThat(connection.deliver("msg_" + UUID.randomUUID(), event).status()).isEqualTo(200);
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
}
