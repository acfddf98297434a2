package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/** A real Request Tracker none of whose webhooks comes through. */
@ArquillianTest
@RunAsClient
class ReconciliationIT {

  private static final Eventually IN_TIME = Eventually.within(Duration.ofMinutes(3));
  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  private final RealRequestTracker tracker =
      RealRequestTracker.start(NOBODY, "--secret", "a-secret-that-nobody-checks");
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    connection =
        ConnectionForTests.of(
            Product.underTest(),
            "request-tracker",
            tracker.base().toString(),
            tracker.account(),
            tracker.token());
  }

  @AfterEach
  void stop() {
    Product.underTest().delete("api/connections/" + connection.id());
    tracker.close();
  }

  @Test
  void findsWhatNoWebhookTold() {
    var mails =
        List.of("sv-1", "sv-3", "nb-1", "da-2", "fi-1").stream().map(DemoKnowledge::mail).toList();
    mails.forEach(mail -> tracker.sendMail(mail.from(), mail.subject(), mail.body()));
    var sentAt = System.nanoTime();

    for (var mail : mails) {
      awaitNotes(tracker.ticket(mail.subject()), 1);
    }

    System.out.printf(
        "%d tickets whose webhooks were lost have their notes after %.0f s%n",
        mails.size(), (System.nanoTime() - sentAt) / 1e9);
    var first = mails.getFirst();
    var ticket = tracker.ticket(first.subject());
    awaitSecondsAfterItsNote();
    tracker.sendMail(
        first.from(),
        "Re: " + first.subject() + " [rt.example #" + ticket + "]",
        DemoKnowledge.mail("sv-3").body());
    awaitNotes(ticket, 2);
    assertThat(notes(tracker.ticket(mails.get(1).subject()))).hasSize(1);
  }

  @Test
  void writesNothingWhereAnAgentHasAnswered() {
    var answered = DemoKnowledge.mail("sv-1");
    var open = DemoKnowledge.mail("sv-3");
    tracker.sendMail(answered.from(), answered.subject(), answered.body());
    tracker.replyAsAgent(tracker.ticket(answered.subject()), "Hej, här kommer fakturan.");
    tracker.sendMail(open.from(), open.subject(), open.body());

    awaitNotes(tracker.ticket(open.subject()), 1);

    assertThat(notes(tracker.ticket(answered.subject()))).isEmpty();
  }

  /** What happens within seconds of a note is taken for the note. */
  private void awaitSecondsAfterItsNote() {
    var actions = Product.underTest().get("api/actions?connection=" + connection.id());
    var last =
        actions.json().asJsonObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .map(action -> Instant.parse(action.getString("finishedAt")))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    IN_TIME.see("the notes are old", Instant::now, now -> now.isAfter(last.plusSeconds(3)));
  }

  private void awaitNotes(String ticket, int howMany) {
    IN_TIME.see(
        howMany + " notes on ticket " + ticket,
        () -> notes(ticket),
        notes -> notes.size() >= howMany);
  }

  private List<RealRequestTracker.Comment> notes(String ticket) {
    return tracker.comments(ticket).stream()
        .filter(comment -> comment.by().equals(tracker.account()))
        .toList();
  }
}
