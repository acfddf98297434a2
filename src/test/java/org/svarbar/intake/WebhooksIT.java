package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.StandardWebhook;

@ArquillianTest
@RunAsClient
class WebhooksIT {

  private static final String EVENT =
      "{\"type\":\"ticket.updated\",\"timestamp\":\"2026-11-22T09:15:00Z\",\"data\":"
          + "{\"ticket\":{\"id\":\"1\"},\"change\":{\"status\":\"å\"}}}";

  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
  }

  @AfterEach
  void disconnect() {
    helpdesk.close();
  }

  @Test
  void answersWithAnEmptyObjectWhenItHasStoredADelivery() {
    var answer = connection.deliver(id(), EVENT);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.header("Content-Type")).get().asString().startsWith("application/json");
  }

  @Test
  void keepsNothingOfWhatWasWrittenWhenItsTimeIsOver() {
    var event = helpdesk.open("old", "Kanariefågel i ämnet", "Kanariefågel i brevet");
    var delivery = id();
    connection.deliver(delivery, event);
    var done =
        Eventually.soon()
            .see("it is worked on", () -> deliveries("done"), list -> list.getInt("count") == 1);
    var number = done.getJsonArray("items").getJsonObject(0).getInt("id");

    var later = Instant.now().plus(Duration.ofMinutes(1));
    var forgotten = Product.underTest().post("api/deliveries/forget?endedBefore=" + later, "");
    var again = connection.deliver(delivery, event);
    Product.underTest().post("api/deliveries/" + number + "/replay", "");

    assertThat(forgotten.status()).as("%s", forgotten).isEqualTo(200);
    assertThat(forgotten.json().asJsonObject().getInt("deliveries")).isPositive();
    assertThat(again.status()).as("known although it is empty: %s", again).isEqualTo(200);
    var dead =
        Eventually.soon()
            .see("it cannot be worked on", () -> deliveries("dead"), it -> it.getInt("count") == 1);
    assertThat(dead.toString()).contains("was deleted");
    assertThat(deliveries("open").getInt("count")).isZero();
  }

  private JsonObject deliveries(String state) {
    return Product.underTest()
        .get("api/deliveries?state=" + state + "&connection=" + connection.id())
        .json()
        .asJsonObject();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "nonsense",
        "*"
      })
  void takesAnyContentType(String type) {
    var answer =
        connection.deliver(
            StandardWebhook.of(connection.secret(), id(), EVENT).with("Content-Type", type));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void takesNoContentTypeAtAll() {
    var answer = connection.deliver(StandardWebhook.of(connection.secret(), id(), EVENT));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void storesTheSameSignedContentOnce() {
    var id = id();
    connection.deliver(id, EVENT);

    var again = connection.deliver(id, EVENT);

    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(deliveriesOf(connection)).isEqualTo(1);
  }

  @Test
  void storesTheSameContentUnderAnotherSignedIdTwice() {
    connection.deliver(id(), EVENT);

    connection.deliver(id(), EVENT);

    assertThat(deliveriesOf(connection)).isEqualTo(2);
  }

  @Test
  void refusesABadSignatureWith401() {
    var right = StandardWebhook.of(connection.secret(), id(), EVENT);

    assertThat(connection.deliver(right.with("webhook-id", "other")).status()).isEqualTo(401);
    assertThat(connection.deliver(right.without("webhook-signature")).status()).isEqualTo(401);
    assertThat(
            connection
                .deliver(new StandardWebhook(right.headers(), (EVENT + " ").getBytes()))
                .status())
        .isEqualTo(401);
    assertThat(deliveriesOf(connection)).isZero();
  }

  @Test
  void refusesAnOldTimestampWith401() {
    var old = Instant.now().minus(Duration.ofMinutes(6));

    var answer = connection.deliver(StandardWebhook.of(connection.secret(), id(), EVENT, old));

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-connection", "UPPER", "a%20b", "x%2fy", "-", "%00"})
  void answers404ForAnUnknownConnection(String id) {
    var webhook = StandardWebhook.of(connection.secret(), id(), EVENT);

    var answer = Product.underTest().webhook(id, webhook.body(), webhook.headers());

    assertThat(answer.status()).as("%s", answer).isIn(400, 404);
  }

  @Test
  void refusesWhatIsTooLongWith413() {
    var long_ = StandardWebhook.of(connection.secret(), id(), "x".repeat(1_000_001));

    var answer = connection.deliver(long_);

    assertThat(answer.status()).as("%s", answer).isEqualTo(413);
  }

  @Test
  void takesWhatIsJustNotTooLong() {
    var just = StandardWebhook.of(connection.secret(), id(), "x".repeat(1_000_000));

    var answer = connection.deliver(just);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void refusesWhatIsTooLongWhenItComesInChunks() {
    var webhook = StandardWebhook.of(connection.secret(), id(), "x".repeat(1_000_001));
    var chunks =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(webhook.body()));

    var answer =
        Product.underTest()
            .anonymously()
            .send("POST", "webhooks/" + connection.id(), webhook.headers(), chunks);

    assertThat(answer.status()).as("%s", answer).isEqualTo(413);
  }

  @Test
  void acceptsTheSecretBeforeTheNewestUntilItIsRetired() {
    var product = Product.underTest();
    var newest =
        new ConnectionForTests(
            product,
            connection.id(),
            connection.kind(),
            product
                .post("api/connections/" + connection.id() + "/secret", "")
                .json()
                .asJsonObject()
                .getString("secret"));
    assertThat(connection.deliver(id(), EVENT).status()).isEqualTo(200);
    assertThat(newest.deliver(id(), EVENT).status()).isEqualTo(200);

    product.delete("api/connections/" + connection.id() + "/former-secret");

    assertThat(connection.deliver(id(), EVENT).status()).isEqualTo(401);
    assertThat(newest.deliver(id(), EVENT).status()).isEqualTo(200);
  }

  @Test
  void answersOnlyToPost() {
    var answer =
        Product.underTest()
            .anonymously()
            .send("GET", "webhooks/" + connection.id(), Map.of(), BodyPublishers.noBody());

    assertThat(answer.status()).as("%s", answer).isEqualTo(405);
  }

  private static long deliveriesOf(ConnectionForTests connection) {
    return Product.underTest()
        .get("api/deliveries?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getInt("count");
  }

  private static String id() {
    return "msg_" + UUID.randomUUID();
  }
}
