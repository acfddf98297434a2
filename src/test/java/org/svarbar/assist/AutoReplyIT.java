package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;
import org.svarbar.testing.Relay;
import org.svarbar.testing.Relay.Fault;

/** Customers of a real Request Tracker are answered without an agent, once, and not otherwise. */
@ArquillianTest
@RunAsClient
class AutoReplyIT {

  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(90));
  private static final String QUESTION =
      "Hej! Jag har glömt mitt lösenord till Mina sidor. Hur byter jag det?";

  /** Nobody whom another test has had answered today. */
  private final String address =
      "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

  private final String customer = "Asa Oberg <" + address + ">";
  private final Product product = Product.underTest();
  private ConnectionForTests connection;
  private RealRequestTracker tracker;
  private Relay relay;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    connection =
        ConnectionForTests.of(product, "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    tracker =
        RealRequestTracker.start(
            product.at("webhooks/" + connection.id()), "--secret", connection.secret());
    relay = new Relay(tracker.base());
    connection.movedTo(relay.base(), tracker.account(), tracker.token());
    connection.judge(80);
    assertThat(connection.promise()).isEqualTo("granted");
    connection.conduct("{\"mode\":\"reply\",\"mostPerDay\":1,\"signature\":\"Kundservice\"}");
  }

  @AfterEach
  void disconnect() {
    turn("on");
    connection.conduct("{\"mode\":\"off\"}");
    relay.close();
    tracker.close();
  }

  @Test
  void tellsWhatToAnswerFromWhatNeedsAPerson() throws Exception {
    tracker.addCustomField("Triage");
    var marking = "{\"marking\":\"field\",\"field\":\"Triage\"}";
    var put = product.put("api/triage/policies/" + connection.id(), marking);
    assertThat(put.status()).as("%s", put).isEqualTo(200);
    var answerable = send("Lösenord", QUESTION);
    var complaint = send("Klagomål", "Jag vill klaga på er service! " + QUESTION);
    var invoice = send("Faktura", "Hej! Varför är min faktura 123 så hög? Hur betalar jag den?");
    tracker.sendMail(
        List.of(
            "From: Bo Berg <bo@example.com>",
            "To: kundservice@rt.example",
            "Subject: Autosvar",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8"),
        QUESTION);
    var absence = tracker.ticket("Autosvar");

    for (var ticket : List.of(answerable, complaint, invoice, absence)) {
      var verdict = verdict(ticket);
      allIsDone();
      System.out.printf(
          "ticket %s: %s, %s, %s replies, %s notes%n",
          ticket,
          verdict.getString("verdict"),
          verdict.getJsonArray("reasons"),
          replies(ticket).size(),
          notes(ticket).size());
    }
    assertThat(verdict(answerable).getString("verdict")).isEqualTo("answerable");
    assertThat(verdict(complaint).getString("verdict")).isEqualTo("person");
    assertThat(verdict(invoice).getString("verdict")).isNotEqualTo("answerable");
    assertThat(verdict(absence).getJsonArray("signals").toString()).contains("auto-submitted");
    var reply = Jsoup.parse(replies(answerable).getFirst()).text();
    assertThat(reply)
        .contains("Det här är ett automatiskt svar", "Svara på det här mejlet", "Kundservice");
    assertThat(notes(answerable).getFirst()).contains("Svarbar svarar kunden automatiskt");
    for (var ticket : List.of(complaint, invoice, absence)) {
      assertThat(replies(ticket)).as(ticket).isEmpty();
    }
    assertThat(notes(absence)).isEmpty();
    assertThat(tracker.customField(answerable, "Triage")).isEqualTo("answerable");
    assertThat(tracker.customField(complaint, "Triage")).isEqualTo("person");
    assertThat(tracker.customField(absence, "Triage")).isEmpty();
    var sent = tracker.sentMail();
    assertThat(sent.split("\nTo: " + address)).as("sent").hasSizeGreaterThan(1);
    assertThat(mailOf(sent, "svarbar")).contains("Auto-Submitted: auto-replied");
  }

  @Test
  void answersOnceHoweverRobotsAnswerBack() throws Exception {
    var first = send("Lösenord", QUESTION);
    IN_TIME.see("a reply", () -> replies(first), replies -> replies.size() == 1);
    var tag = " [rt.example #" + first + "]";

    // what a polite robot, and two impolite ones, make of it
    robot("Re: Lösenord" + tag, "Auto-Submitted: auto-replied", "Tack för ditt mejl.");
    robot("Re: Lösenord" + tag, "X-Mailer: robot", QUESTION);
    robot("Re: Lösenord" + tag, "X-Mailer: robot", QUESTION);
    for (var i = 0; i < 3; i++) {
      robot("Lösenord " + i, "X-Mailer: robot", QUESTION);
    }
    // another Request Tracker's own acknowledgement, without the header by which RT knows its own
    robot("AutoReply: Lösenord", "Auto-Submitted: auto-replied", rtsOwnWords());
    robot("AutoReply: Lösenord again", "X-Mailer: robot", rtsOwnWords());

    allIsDone(6);
    var sent = tracker.tickets().stream().mapToInt(ticket -> replies(ticket).size()).sum();
    System.out.printf(
        "loops: %d tickets, %d replies, verdicts of the first ticket: %s%n",
        tracker.tickets().size(), sent, verdicts(first));
    assertThat(sent).isEqualTo(1);
    assertThat(verdicts(first)).contains("person");
  }

  @Test
  void leavesItToWhoeverIsQuicker() {
    var tries = holdUp();
    var ticket = send("Lösenord", QUESTION);
    IN_TIME.see("a try", tries::get, tried -> tried > 0);

    tracker.replyAsAgent(ticket, "Hej! Så här gör du.");
    allIsDone();
    relay.disturb(asked -> Fault.NONE);

    assertThat(replies(ticket)).isEmpty();
    var notes = String.join("\n", notes(ticket));
    System.out.println("agent quicker: " + Jsoup.parse(notes).text());
    assertThat(notes).contains("en handläggare arbetar med ärendet");
  }

  @Test
  void sendsNothingOnceTheSwitchIsOff() {
    var tries = holdUp();
    var decided = send("Lösenord", QUESTION);
    IN_TIME.see("a try", tries::get, tried -> tried > 0);

    turn("no-replies");
    allIsDone();
    relay.disturb(asked -> Fault.NONE);
    tracker.sendMail("Bo Berg <bo" + address + ">", "Lösenord igen", QUESTION);
    var later = tracker.ticket("Lösenord igen");
    IN_TIME.see("a note", () -> notes(later), notes -> !notes.isEmpty());
    allIsDone();

    System.out.println("switch off: " + replies(decided).size() + " and " + replies(later).size());
    assertThat(product.get("api/actions?connection=" + connection.id()).body())
        .contains("not sent: switched-off");
    assertThat(replies(decided)).isEmpty();
    assertThat(replies(later)).isEmpty();
  }

  @Test
  void sendsOnceAlthoughTheTrackerIsRestartedBetweenRowAndSending() {
    var tries = new AtomicInteger();
    relay.disturb(
        asked ->
            !isReply(asked.path())
                ? Fault.NONE
                : tries.incrementAndGet() < 3 ? Fault.NOT_PASSED_ON : Fault.ANSWER_LOST);
    var ticket = send("Lösenord", QUESTION);
    IN_TIME.see("a try", tries::get, tried -> tried > 0);

    tracker.restart();
    allIsDone();

    System.out.println("restart: " + tries + " tries, " + replies(ticket).size() + " reply");
    assertThat(replies(ticket)).hasSize(1);
  }

  /** No reply gets through any more; counts those that were tried. */
  private AtomicInteger holdUp() {
    var tries = new AtomicInteger();
    relay.disturb(
        asked -> {
          if (!isReply(asked.path())) {
            return Fault.NONE;
          }
          tries.incrementAndGet();
          return Fault.NOT_PASSED_ON;
        });
    return tries;
  }

  private static boolean isReply(String path) {
    return path.endsWith("/correspond");
  }

  private String send(String subject, String text) {
    tracker.sendMail(customer, subject, text);
    return tracker.ticket(subject);
  }

  private void robot(String subject, String header, String text) {
    tracker.sendMail(
        List.of(
            "From: " + customer,
            "To: kundservice@rt.example",
            "Subject: =?UTF-8?B?" + base64(subject) + "?=",
            header,
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit"),
        text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of the acknowledgement that this RT has sent to the customer. */
  private String rtsOwnWords() throws Exception {
    var sent = tracker.sentMail();
    var from = sent.indexOf("This message has been automatically generated");
    return sent.substring(from, Math.min(sent.length(), from + 400));
  }

  /** The mail that RT sent about something by this account, header and all. */
  private static String mailOf(String sent, String account) {
    for (var each : sent.split("\n(?=From )")) {
      if (each.contains("RT-Originator: " + account + "@")) {
        return each;
      }
    }
    return "none of " + account + " in\n" + sent;
  }

  private JsonObject verdict(String ticket) {
    var path = "api/triage/verdicts/" + connection.id() + "?reader=sv&ticket=" + ticket;
    var all =
        IN_TIME.see(
            "a verdict on ticket " + ticket,
            () -> product.get(path).json().asJsonArray(),
            found -> !found.isEmpty());
    return all.getJsonObject(all.size() - 1).getJsonObject("verdict");
  }

  private List<String> verdicts(String ticket) {
    var path = "api/triage/verdicts/" + connection.id() + "?ticket=" + ticket;
    var words = new ArrayList<String>();
    for (var each : product.get(path).json().asJsonArray().getValuesAs(JsonObject.class)) {
      words.add(each.getJsonObject("verdict").getString("verdict"));
    }
    return words;
  }

  private List<String> replies(String ticket) {
    return of(tracker.correspondence(ticket));
  }

  private List<String> notes(String ticket) {
    return of(tracker.comments(ticket));
  }

  private List<String> of(List<RealRequestTracker.Comment> all) {
    return all.stream()
        .filter(comment -> comment.by().equals(tracker.account()))
        .map(RealRequestTracker.Comment::content)
        .toList();
  }

  private void allIsDone() {
    allIsDone(1);
  }

  private void allIsDone(int deliveries) {
    IN_TIME.see("deliveries", () -> count("deliveries", "done"), done -> done >= deliveries);
    IN_TIME.see("no delivery is open", () -> count("deliveries", "open"), open -> open == 0);
    IN_TIME.see("no action is open", () -> count("actions", "open"), open -> open == 0);
  }

  private int count(String what, String state) {
    return product
        .get("api/" + what + "?connection=" + connection.id() + "&state=" + state)
        .json()
        .asJsonObject()
        .getInt("count");
  }

  private void turn(String state) {
    var answer = product.put("api/modes/switch", "{\"state\":\"" + state + "\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
