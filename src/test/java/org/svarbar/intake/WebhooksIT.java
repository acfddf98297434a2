package org.svarbar.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

  /** What they say is for the worker to refuse; whoever comes after them is worked on. */
  @Test
  void goesOnAfterWhateverJsonCanDo() {
    var hostile = hostileEvents().toList();
    for (var event : hostile) {
      var answer = connection.deliver(id(), event);
      assertThat(answer.status()).as("%s", event.substring(0, 80)).isEqualTo(200);
    }

    Eventually.soon().see("all are dealt with", this::dealtWith, all -> all == hostile.size());
    connection.deliver(id(), helpdesk.open("after", "Faktura", "Var är min faktura?"));
    Eventually.soon()
        .see("the next is done", () -> deliveries("done").toString(), it -> it.contains("after"));
  }

  private static Stream<String> hostileEvents() {
    var keys =
        IntStream.range(0, 80_000).mapToObj(i -> "\"k%d\":1".formatted(i)).collect(joining(","));
    return Stream.of(
            "[".repeat(100_000) + "]".repeat(100_000),
            "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
            "{\"id\":\"1\",\"id\":\"2\"}",
            "{\"id\":1e999999999}",
            "{\"id\":-1e-999999999}",
            "{\"id\":" + "9".repeat(1_200) + "}",
            "{\"id\":0." + "1".repeat(900_000) + "}",
            "{\"id\":NaN}",
            "{\"id\":Infinity}",
            "{\"id\":\"\\ud800\"}",
            "{\"id\":\"\\udc00\\ud800\"}",
            "{\"id\":\"\\u0000\"}",
            "{\"id\":\"1\\r\\nSet-Cookie: x\"}",
            "{\"id\":\"../../ping\"}",
            "{" + keys + "}",
            "{\"id\":\"1\"}} garbage",
            "{\"id\":[[]]}",
            "{\"id\":null}")
        .map(
            ("{\"type\":\"ticket.created\",\"timestamp\":\"2026-11-22T09:15:00Z\","
                    + "\"data\":{\"ticket\":%s}}")
                ::formatted)
        .flatMap(event -> Stream.of(event, "\ufeff" + event.replace("created", "updated")));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    for (var charset : List.of(UTF_16, UTF_16LE, UTF_16BE)) {
      var webhook = StandardWebhook.of(connection.secret(), id(), EVENT);

      var answer =
          connection.deliver(new StandardWebhook(webhook.headers(), EVENT.getBytes(charset)));

      assertThat(answer.status()).as("%s", charset).isEqualTo(401);
    }
    assertThat(deliveriesOf(connection)).isZero();
  }

  /** A summer time's hour that is there twice or not at all, and a second that is one too many. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-03-29T02:30:00+01:00",
        "2016-12-31T23:59:60Z",
        "2017-01-01T00:59:60+01:00"
      })
  void readsTimesThatClocksSkipOrRepeat(String time) {
    connection.deliver(id(), EVENT.replace("2026-11-22T09:15:00Z", time));

    Eventually.soon().see("it is done", () -> deliveries("done").getInt("count"), it -> it == 1);
  }

  @Test
  void storesTheSameIdWithAnotherBodyToo() {
    var id = id();
    connection.deliver(id, EVENT);

    var other = connection.deliver(id, EVENT.replace("å", "ä"));

    assertThat(other.status()).as("%s", other).isEqualTo(200);
    assertThat(deliveriesOf(connection)).isEqualTo(2);
  }

  /** Whose signature says nothing of the id that stands beside it. */
  @Test
  void storesABodyOnceWhateverIdIsPutBesideIt() throws Exception {
    var zammad =
        ConnectionForTests.of(Product.underTest(), "zammad", helpdesk.base(), "svarbar", "token");
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(zammad.secret().getBytes(UTF_8), "HmacSHA1"));
    var body = "{\"ticket\":{\"id\":1}}".getBytes(UTF_8);
    var signature = "sha1=" + HexFormat.of().formatHex(mac.doFinal(body));

    for (var i = 0; i < 5; i++) {
      var headers = Map.of("X-Hub-Signature", signature, "X-Zammad-Delivery", id());
      var answer = zammad.deliver(new StandardWebhook(headers, body));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    assertThat(deliveriesOf(zammad)).isEqualTo(1);
  }

  @Test
  void losesNothingWhileItsSecretIsChanged() throws Exception {
    var product = Product.underTest();
    var sent = new AtomicInteger();
    var refused = new AtomicInteger();
    var changed = new AtomicBoolean();
    Runnable stream =
        () -> {
          for (var after = 0; after < 5; after += changed.get() ? 1 : 0) {
            var answer = connection.deliver(id(), EVENT);
            sent.incrementAndGet();
            refused.addAndGet(answer.status() == 200 ? 0 : 1);
          }
        };
    var senders = Stream.generate(() -> Thread.ofVirtual().start(stream)).limit(4).toList();
    Eventually.soon().see("deliveries come in", sent::get, it -> it >= 10);

    var secret = product.post("api/connections/" + connection.id() + "/secret", "");
    changed.set(true);
    for (var sender : senders) {
      sender.join();
    }

    assertThat(secret.status()).as("%s", secret).isEqualTo(200);
    assertThat(refused).as("of %s", sent).hasValue(0);
    assertThat(deliveriesOf(connection)).isEqualTo(sent.get());
  }

  /** Done, given up, or waiting for a ticket that the helpdesk does not have. */
  private long dealtWith() {
    var open = deliveries("open").getJsonArray("items").getValuesAs(JsonObject.class);
    return deliveries("done").getInt("count")
        + deliveries("dead").getInt("count")
        + open.stream().filter(it -> it.getString("lastError").contains("no ticket")).count();
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
