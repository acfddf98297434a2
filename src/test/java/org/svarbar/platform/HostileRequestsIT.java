package org.svarbar.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.RawAnswer;
import org.svarbar.testing.StandardWebhook;

/** Requests that no helpdesk and no browser sends, byte by byte. */
@ArquillianTest
@RunAsClient
class HostileRequestsIT {

  private static final String EVENT = "{\"type\":\"nothing.of.interest\"}";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final int DRIPPING = 1_000;
  private static final int LONG_AND_NEVER_WHOLE = 1_000;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofSeconds(40);

  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    connection = ConnectionForTests.generic("http://127.0.0.1:9");
  }

  @Test
  void holdNobodyUpHoweverSlowlyTheyCome() throws IOException {
    var slow = new ArrayList<Drip>();
    for (var i = 0; i < DRIPPING; i++) {
      slow.add(Drip.of(slowRequest(i)));
    }
    var slowest = Duration.ZERO;
    var start = System.nanoTime();
    while (!slow.isEmpty() && since(start).compareTo(AT_MOST) < 0) {
      var turn = System.nanoTime();
      slow.removeIf(Drip::isCutOff);
      var asked = System.nanoTime();
      var answer = connection.deliver("msg_" + UUID.randomUUID(), EVENT);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      slowest = longer(slowest, since(asked));
      LockSupport.parkNanos(A_SECOND.minus(since(turn)).toNanos());
    }
    var all = since(start);
    for (var left : slow) {
      left.socket().close();
    }

    System.out.printf(
        "%d slow requests: the slowest webhook beside them %d ms, all cut off within %d s%n",
        DRIPPING, slowest.toMillis(), all.toSeconds());
    assertThat(slow).as("not cut off after %s", AT_MOST).isEmpty();
    assertThat(slowest).isLessThan(A_SECOND);
  }

  /** Webhooks for the most part; a log-in, a customer's search, and headers without an end too. */
  private String slowRequest(int number) {
    var length = "\r\nHost: localhost\r\nContent-Length: 1000\r\n";
    return switch (number % 10) {
      case 0 -> "POST /svarbar/console/j_security_check HTTP/1.1" + length + FORM + "\r\nj";
      case 1 -> "POST /svarbar/help-api/x/search HTTP/1.1" + length + JSON + "\r\n{";
      case 2 -> "POST /svarbar/webhooks/x HTTP/1.1\r\nHost: localhost\r\nX-Endless: ";
      case 3 -> webhook() + "Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n{";
      case 5 ->
          webhook().replace("/1.1", "/1.0") + "Content-Length: 99\r\nExpect: 100-continue\r\n\r\n{";
      case 4 -> webhook() + "Transfer-Encoding: chunked\r\n\r\n1000\r\n{";
      default -> webhook() + "Content-Length: 1000\r\n\r\n{";
    };
  }

  private String webhook() {
    return "POST /svarbar/webhooks/" + connection.id() + " HTTP/1.1\r\nHost: localhost\r\n";
  }

  /** One connection that gets a byte more each time it is looked at. */
  private record Drip(Socket socket) {
    static Drip of(String begun) throws IOException {
      var socket = RawAnswer.open();
      socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
      return new Drip(socket);
    }

    boolean isCutOff() {
      try {
        socket.getOutputStream().write('x');
        return false;
      } catch (IOException e) {
        return true;
      }
    }
  }

  /** More of them, each a megabyte but for a byte, than the server has memory for. */
  @Test
  void fillNoMemoryHoweverLongTheyAre() throws IOException {
    var almost = "x".repeat(999_999).getBytes(ISO_8859_1);
    var begun = new ArrayList<Socket>();
    var slowest = Duration.ZERO;
    for (var i = 0; i < LONG_AND_NEVER_WHOLE; i++) {
      var socket = RawAnswer.open();
      begun.add(socket);
      var length =
          i % 2 == 0
              ? "Content-Length: 1000000\r\n\r\n"
              : "Transfer-Encoding: chunked\r\n\r\nF4240\r\n";
      try {
        socket.getOutputStream().write((webhook() + length).getBytes(ISO_8859_1));
        socket.getOutputStream().write(almost);
      } catch (IOException refused) {
        assertThat(refused).isInstanceOf(java.net.SocketException.class);
      }
      if (i % 50 == 0) {
        var asked = System.nanoTime();
        var answer = connection.deliver("msg_" + UUID.randomUUID(), EVENT);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        slowest = longer(slowest, since(asked));
      }
    }
    var refused = begun.stream().filter(HostileRequestsIT::isRefused).count();
    for (var socket : begun) {
      socket.close();
    }

    System.out.printf(
        "%d long requests: %d refused, the slowest webhook beside them %d ms%n",
        LONG_AND_NEVER_WHOLE, refused, slowest.toMillis());
    assertThat(refused).isGreaterThan(LONG_AND_NEVER_WHOLE * 8 / 10);
    assertThat(slowest).isLessThan(A_SECOND);
    var large = "{\"type\":\"nothing\",\"of\":\"" + "x".repeat(500_000) + "\"}";
    Eventually.soon()
        .see(
            "there is room again",
            () -> connection.deliver(id(), large).status(),
            status -> status == 200);
  }

  /** Answered before it was whole, or not even read. */
  private static boolean isRefused(Socket socket) {
    try {
      socket.setSoTimeout(20);
      return socket.getInputStream().read() != 0;
    } catch (java.net.SocketTimeoutException stillWaits) {
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  @Test
  void areToldToGoOnWhenTheyAsk() throws IOException {
    var signed = StandardWebhook.of(connection.secret(), id(), EVENT);
    var head = new StringBuilder(webhook());
    signed.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + signed.body().length + "\r\nExpect: 100-continue\r\n\r\n");
    try (var socket = RawAnswer.open()) {
      socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
      assertThat(answer.readLine()).isIn("", "Content-Length: 0");
      socket.getOutputStream().write(signed.body());
      assertThat(answer.lines().filter(it -> it.startsWith("HTTP/")).findFirst())
          .contains("HTTP/1.1 200 OK");
    }
  }

  @Test
  void areRefusedByWhatTheyAnnounce() {
    var start = System.nanoTime();

    var answer = RawAnswer.bytes(webhook() + "Content-Length: 2147483647\r\n\r\n{");

    assertThat(answer.status()).as("%s", answer).isIn(0, 400, 413);
    assertThat(since(start)).isLessThan(AT_MOST);
    assertThat(stored()).isZero();
  }

  @Test
  void endAlthoughTheirChunksDoNot() throws IOException {
    var chunk = ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(ISO_8859_1);
    var sent = 0L;
    try (var socket = RawAnswer.open()) {
      var out = socket.getOutputStream();
      out.write((webhook() + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
      for (; sent < 1_000_000_000; sent += chunk.length) {
        out.write(chunk);
      }
    } catch (IOException broken) {
      assertThat(broken).hasMessageMatching("(?i).*(broken pipe|reset|closed|abort).*");
    }

    assertThat(sent).as("bytes until it was cut off").isLessThan(100_000_000);
    assertThat(stored()).isZero();
  }

  /** Whoever takes them for two requests, or for one of another length, answers twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Content-Length: 0",
        "Content-Length: 5, 0",
        "Content-Length: +5",
        "Content-Length: -1",
        "Content-Length: 0x5",
        "Content-Length: 0|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 0",
        "Transfer-Encoding: chunked|Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked, xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: \u000bchunked",
        " Transfer-Encoding: chunked"
      })
  void areOneRequestOrNone(String lengths) throws IOException {
    var head = webhook() + lengths.replace("|", "\r\n") + "\r\n\r\n";
    var hidden = "GET /svarbar/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    var answers = new ByteArrayOutputStream();
    try (var socket = RawAnswer.open()) {
      socket.getOutputStream().write((head + "0\r\n\r\n" + hidden).getBytes(ISO_8859_1));
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answers);
    } catch (IOException broken) {
      assertThat(broken).isInstanceOf(java.net.SocketException.class);
    }

    var text = answers.toString(ISO_8859_1);
    assertThat(text.split("HTTP/1.1 ", -1).length - 1).as(text).isLessThanOrEqualTo(1);
    assertThat(stored()).isZero();
  }

  /** Unpacking what nobody has signed yet is work for whoever wants to do harm. */
  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "x-gzip", "gzip, gzip", "deflate", "br", "identity, gzip", "GZIP"})
  void areNotUnpacked(String packing) throws IOException {
    var bomb = packed(packed(new byte[10_000_000]));

    var answer = deliver(packing, new StandardWebhook(Map.of(), bomb));
    var notPacked = deliver(packing, StandardWebhook.of(connection.secret(), id(), EVENT));

    assertThat(answer.status()).as("%s", answer).isEqualTo(415);
    assertThat(answer.header("Accept-Encoding")).contains("identity");
    assertThat(notPacked.status()).as("%s", notPacked).isEqualTo(415);
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", ""})
  void mayBeSaidNotToBePacked(String packing) {
    var answer = deliver(packing, StandardWebhook.of(connection.secret(), id(), EVENT));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private Product.Answer deliver(String packing, StandardWebhook webhook) {
    var headers = webhook.with("Content-Encoding", packing).headers();
    return Product.underTest()
        .anonymously()
        .send(
            "POST",
            "webhooks/" + connection.id(),
            headers,
            BodyPublishers.ofByteArray(webhook.body()));
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Members that nobody asked for are nothing; `null` is not a value. */
  @Test
  void setNothingThatIsNotTheirs() {
    var product = Product.underTest();
    var name = "hostile-" + UUID.randomUUID();
    var more =
        ",\"id\":\"other\",\"key\":\"chosen\",\"secret\":\"chosen\",\"formerSecret\":\"chosen\","
            + "\"createdAt\":\"1970-01-01T00:00:00Z\",\"declared\":true,\"mode\":\"reply\"}";
    var path = "api/connections/" + connection.id();
    var before = product.get(path).json().asJsonObject();

    var key =
        product.post("api/access-keys", "{\"name\":\"" + name + "\",\"role\":\"agent\"" + more);
    var changed = product.put(path, before.toString().replaceFirst("}$", more));
    var nothing = product.put(path, "{\"kind\":null,\"name\":null,\"baseUrl\":null,\"mode\":null}");
    var after = product.get(path).json().asJsonObject();

    assertThat(key.json().asJsonObject().getString("key")).isNotEqualTo("chosen");
    assertThat(product.as(name, "chosen").get("api/access-keys").status()).isEqualTo(401);
    assertThat(changed.status()).as("%s", changed).isIn(200, 400);
    assertThat(nothing.status()).as("%s", nothing).isEqualTo(400);
    assertThat(after.getString("id")).isEqualTo(connection.id());
    assertThat(product.get("api/connections/other").status()).isEqualTo(404);
    assertThat(connection.deliver(id(), EVENT).status()).as("by its own secret").isEqualTo(200);
  }

  /** What is written, read and written again stays what it was, whatever else stands beside it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "api/sites/|`{\"name\":\"N\",\"origins\":[\"https://n.example\"],\"mail\":\"a@n.example\"}`",
        "api/sources/|`{\"kind\":\"csv\",\"address\":\"http://127.0.0.1:9/a.csv\",\"language\":\"sv\","
            + "\"visibility\":\"public\",\"everySeconds\":86400}`",
        "api/handover-rules/|",
        "api/triage/policies/|"
      })
  void setNothingThatIsNotTheirsInOthers(String path, String form) {
    var product = Product.underTest();
    var own = form == null ? path + connection.id() : path + "h-" + UUID.randomUUID();
    var written = form == null ? product.get(own).body() : form;
    var more =
        ",\"id\":\"other\",\"key\":\"chosen\",\"secret\":\"chosen\",\"role\":\"admin\",\"version\":9,"
            + "\"createdAt\":\"1970-01-01T00:00:00Z\",\"declared\":true,\"running\":true,"
            + "\"nested\":{\"id\":[{\"role\":\"admin\"}]}}";
    assertThat(product.put(own, written).status()).as(own).isIn(200, 201, 204);
    var before = settled(own);

    var added = product.put(own, written.replaceFirst("}\\s*$", more));
    assertThat(added.status()).as("%s", added).isIn(200, 204, 400);
    assertThat(settled(own)).isEqualTo(before);
    var nothing = product.put(own, written.replaceAll(":(\"[^\"]*\"|\\d+|\\[[^]]*])", ":null"));
    assertThat(nothing.status()).as("%s", nothing).isEqualTo(400);
    assertThat(settled(own)).isEqualTo(before);
    if (form != null) {
      assertThat(product.get(path + "other").status()).isEqualTo(404);
    }
  }

  /** Without what a source says of its work, which goes on. */
  private static JsonObject settled(String path) {
    var read = Product.underTest().get(path).json().asJsonObject();
    var settled = Json.createObjectBuilder(read);
    List.of("running", "lastRun", "nextRun").forEach(settled::remove);
    return settled.build();
  }

  private int stored() {
    return Product.underTest()
        .get("api/deliveries?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getInt("count");
  }

  private static String id() {
    return "msg_" + UUID.randomUUID();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static Duration longer(Duration one, Duration two) {
    return one.compareTo(two) > 0 ? one : two;
  }
}
