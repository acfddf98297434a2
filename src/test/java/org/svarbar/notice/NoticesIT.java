package org.svarbar.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class NoticesIT {

  private static final String CANARY = "kanariefågel anna.ek@example.com";
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final GreenMail mail =
      new GreenMail(new ServerSetup(Integer.getInteger("it.mail.port"), "127.0.0.1", "smtp"));
  private FakeHelpdesk operators;
  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void listen() {
    mail.start();
    operators = FakeHelpdesk.startAt(Integer.getInteger("it.notices.port"));
    operators.on("POST", "/operators", asked -> Reply.status(204));
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
  }

  @AfterEach
  void close() {
    helpdesk.close();
    operators.close();
    mail.stop();
  }

  @Test
  void tellOfEachOccasionOnceAndAgainOnlyWhatWasNotTaken() throws Exception {
    var tries = new AtomicInteger();
    operators.on(
        "POST",
        "/operators",
        asked ->
            isOf("connection-failing", asked) && tries.incrementAndGet() == 1
                ? Reply.status(500)
                : Reply.status(204));
    withdrawAPromise();
    helpdesk.close();
    connection.deliver(
        UUID.randomUUID().toString(),
        "{\"type\":\"ticket.created\",\"timestamp\":\"2026-11-22T09:15:00Z\",\"data\":"
            + "{\"ticket\":{\"id\":\"1\"}}}");
    for (var i = 0; i < 3; i++) {
      connection.deliver(UUID.randomUUID().toString(), "[\"" + CANARY + i + "\"]");
    }

    var dead = notices("dead-letters", 1).getFirst();
    connection.deliver(UUID.randomUUID().toString(), "[\"" + CANARY + "\"]");
    var failing = notices("connection-failing", 2);

    var told = json(dead).getJsonObject("data");
    assertThat(told.getInt("count")).isBetween(1, 3);
    assertThat(told.getString("link"))
        .endsWith("console/dead-letters?connection=" + connection.id());
    assertThat(told.getString("subject"))
        .startsWith("Svarbar: ")
        .endsWith("för " + connection.id());
    assertThat(failing.getFirst().headers().get("webhook-id"))
        .as("what was not taken comes again, and is known by its id")
        .isEqualTo(failing.getLast().headers().get("webhook-id"));
    assertThat(notices("dead-letters", 1)).as("no second one within the hour").hasSize(1);
    operators.received().forEach(NoticesIT::isSigned);
    assertThat(operators.received().toString()).doesNotContain("kanarie").doesNotContain("anna");
    seePromise();
    seeMails();
  }

  private void seeMails() throws Exception {
    var mails =
        Eventually.soon()
            .see("mails about all, to each", () -> mails(connection.id()), all -> all.size() >= 6);
    for (var each : mails) {
      assertThat(each.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(each.getFrom()[0]).hasToString("svarbar@nordlys.example");
      assertThat(each.getAllRecipients()).hasSize(2);
      assertThat(text(each)).contains("/console/").contains(connection.id());
      assertThat(text(each)).doesNotContain("kanarie").doesNotContain("anna");
    }
    assertThat(mails.stream().map(NoticesIT::id).distinct()).as("one for each").hasSize(3);
  }

  private void withdrawAPromise() {
    connection.judge(70);
    assertThat(connection.promise()).isEqualTo("granted");
    var wrong = Json.createArrayBuilder();
    for (var i = 0; i < 20; i++) {
      wrong.add(
          Json.createObjectBuilder()
              .add("ticket", "wrong-" + i)
              .add("message", "1")
              .add("right", false)
              .add("probability", 0.5));
    }
    var learned =
        Product.underTest()
            .post("api/triage/outcomes/" + connection.id(), wrong.build().toString());
    assertThat(learned.status()).as("%s", learned).isEqualTo(200);
  }

  private void seePromise() {
    var told = json(notices("promise-withdrawn", 1).getFirst()).getJsonObject("data");
    assertThat(told.getInt("count")).isEqualTo(1);
    assertThat(told.getString("link")).endsWith("console/triage/" + connection.id());
    Product.underTest().delete("api/triage/promises/" + connection.id());
  }

  private List<Received> notices(String occasion, int least) {
    return Eventually.soon()
        .see(
            least + " notices of " + occasion,
            () -> operators.received().stream().filter(it -> isOf(occasion, it)).toList(),
            found -> found.size() >= least);
  }

  private boolean isOf(String occasion, Received asked) {
    var json = json(asked);
    return json.getString("type").equals("svarbar." + occasion)
        && json.getJsonObject("data").getString("connection").equals(connection.id());
  }

  private static JsonObject json(Received asked) {
    try (var reader = Json.createReader(new StringReader(asked.body()))) {
      return reader.readObject();
    }
  }

  private static void isSigned(Received asked) {
    var headers =
        HttpHeaders.of(
            asked.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue()))),
            (name, value) -> true);
    assertThatCode(() -> new Webhook(SECRET).verify(asked.body(), headers))
        .doesNotThrowAnyException();
  }

  private List<MimeMessage> mails(String connection) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(each -> text(each).contains(connection))
        .toList();
  }

  private static String id(MimeMessage each) {
    return read(each, MimeMessage::getMessageID);
  }

  private static String text(MimeMessage each) {
    return read(each, it -> it.getSubject() + "\n" + it.getContent());
  }

  private interface Reading {
    String of(MimeMessage message) throws MessagingException, IOException;
  }

  private static String read(MimeMessage message, Reading reading) {
    try {
      return reading.of(message);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
