package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/**
 * The main job, end to end: a customer's mail to a real Request Tracker becomes a note in the
 * ticket.
 */
@ArquillianTest
@RunAsClient
class RequestTrackerNoteIT {

  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(60));

  private ConnectionForTests connection;
  private RealRequestTracker tracker;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void knowSomething() {
    DemoKnowledge.known();
  }

  @AfterEach
  void stopTracker() {
    if (tracker != null) {
      tracker.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"sv-3,batch", "en-5,batch", "sv-3,create", "en-5,create"})
  void writesANoteWithTheRightEntryFirst(String mailId, String stage) {
    connect(stage);
    var mail = DemoKnowledge.mail(mailId);

    var sentAt = System.nanoTime();
    tracker.sendMail(mail.from(), mail.subject(), mail.body());
    var takenAt = System.nanoTime();
    var notes = notes(tracker.ticket(mail.subject()), 1);

    System.out.printf(
        "%s, stage %s: RT took the mail in %d ms, the note was there %d ms after the webhook%n",
        mail.id(), stage, (takenAt - sentAt) / 1_000_000, millisecondsToTheNote());
    assertThat(firstSuggestion(notes.getFirst())).isEqualTo(mail.expectedTitle());
    assertThat(notes.getFirst()).contains("svarbar-");
  }

  @Test
  void writesAnotherNoteWhenTheCustomerWritesAgain() {
    connect("batch");
    var first = DemoKnowledge.mail("en-2");
    var second = DemoKnowledge.mail("sv-3");
    var ticket = ticketOf(first);
    notes(ticket, 1);

    tracker.sendMail(
        first.from(), "Re: " + first.subject() + " [rt.example #" + ticket + "]", second.body());
    var notes = notes(ticket, 2);

    assertThat(firstSuggestion(notes.getLast())).isEqualTo(second.expectedTitle());
  }

  @Test
  void writesNothingAboutWhatAgentsAndItselfWrite() {
    connect("batch");
    var ticket = ticketOf(DemoKnowledge.mail("sv-1"));
    notes(ticket, 1);

    tracker.commentAsAgent(ticket, "Jag har glömt mitt lösenord, hur byter jag det?");
    tracker.replyAsAgent(ticket, "Hej, här kommer en kopia av fakturan.");
    allDeliveriesAreWorkedOn(2);

    assertThat(notesOn(ticket)).hasSize(1);
  }

  @Test
  void losesNothingWhenTheTrackerIsRestartedInBetween() {
    connect("batch");
    var first = ticketOf(DemoKnowledge.mail("sv-1"));
    notes(first, 1);

    tracker.restart();
    var second = ticketOf(DemoKnowledge.mail("en-2"));

    assertThat(notes(second, 1)).hasSize(1);
    assertThat(notesOn(first)).hasSize(1);
  }

  private void connect(String stage) {
    connection =
        ConnectionForTests.of(
            Product.underTest(), "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    tracker =
        RealRequestTracker.start(
            Product.underTest().at("webhooks/" + connection.id()),
            "--secret",
            connection.secret(),
            "--stage",
            stage);
    connection.movedTo(tracker.base().toString(), tracker.account(), tracker.token());
  }

  private String ticketOf(Mail mail) {
    tracker.sendMail(mail.from(), mail.subject(), mail.body());
    return tracker.ticket(mail.subject());
  }

  private List<String> notes(String ticket, int howMany) {
    return IN_TIME.see(
        howMany + " notes on ticket " + ticket,
        () -> notesOn(ticket),
        notes -> notes.size() >= howMany);
  }

  private List<String> notesOn(String ticket) {
    return tracker.comments(ticket).stream()
        .filter(comment -> comment.by().equals(tracker.account()))
        .map(RealRequestTracker.Comment::content)
        .toList();
  }

  /** Between the row of the webhook and the end of the action, by the product's own clock. */
  private long millisecondsToTheNote() {
    var product = Product.underTest();
    var delivery = product.get("api/deliveries?connection=" + connection.id());
    var action = product.get("api/actions?connection=" + connection.id());
    return Duration.between(
            java.time.Instant.parse(item(delivery).getString("since")),
            java.time.Instant.parse(item(action).getString("finishedAt")))
        .toMillis();
  }

  private static jakarta.json.JsonObject item(Product.Answer answer) {
    return answer.json().asJsonObject().getJsonArray("items").getJsonObject(0);
  }

  private void allDeliveriesAreWorkedOn(int atLeast) {
    IN_TIME.see(
        "deliveries are worked on",
        () ->
            Product.underTest()
                .get("api/deliveries?state=done&connection=" + connection.id())
                .json()
                .asJsonObject()
                .getInt("count"),
        done -> done >= atLeast);
  }

  private static String firstSuggestion(String note) {
    return Jsoup.parse(note).selectFirst("li strong").text();
  }
}
