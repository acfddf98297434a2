package org.svarbar.selfservice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** Somebody floods the help: they are told to wait, and webhooks are answered as before. */
@ArquillianTest
@RunAsClient
class HelpFloodIT {

  private static final int A_MINUTES_LIMIT = 180;
  private static final double TWENTY_TIMES = 20 * A_MINUTES_LIMIT / 60.0;
  private static final double AS_FAST_AS_IT_GOES = Double.POSITIVE_INFINITY;
  private static final int WEBHOOKS = 100;
  private static final int SENDERS = 8;
  private static final int LONGEST_TAKEN = 60;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /**
   * Sender, product and helpdesk share this machine: what a flood costs its sender is measured by
   * sending it to somebody who does nothing.
   */
  @Test
  void refusesAFloodAndAnswersWebhooksMeanwhile() throws Exception {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    var site = HelpSiteForTests.open("https://a.example");
    webhooks(connection);
    var alone = webhooks(connection);

    var paced = flood(connection, () -> site.search("faktura", "sv").status(), TWENTY_TIMES);
    var fastest =
        flood(connection, () -> site.search("faktura", "sv").status(), AS_FAST_AS_IT_GOES);
    System.out.printf("flood: webhooks alone: %s%n", inWords(alone));
    report("20 times the limit", paced, alone);
    report("as fast as 8 senders can", fastest, alone);
    try (var nobody = FakeHelpdesk.start()) {
      nobody.on("POST", ".*", asked -> FakeHelpdesk.Reply.status(429));
      var elsewhere = new Elsewhere(nobody.base());
      report("to somebody else, 20 times", flood(connection, elsewhere, TWENTY_TIMES), alone);
      report("to somebody else, fast", flood(connection, elsewhere, AS_FAST_AS_IT_GOES), alone);
    }

    for (var flood : List.of(paced, fastest)) {
      assertThat(flood.by(200) + flood.by(429) + flood.by(503)).isEqualTo(flood.sent());
      assertThat(flood.by(200)).isLessThanOrEqualTo((int) longestTaken(flood.seconds()));
      assertThat(flood.webhooks()[WEBHOOKS - 1] / 1e9)
          .as("slowest webhook, in seconds")
          .isLessThan(5);
    }
    assertThat(refused(site).header("Retry-After")).contains("1");
  }

  /** So many that none is over its own limit; some at origins that the help is not for. */
  @Test
  void answersWebhooksWhileAsManyAddressesFloodAsThereAre() throws Exception {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    var site = HelpSiteForTests.open("https://c.example");
    webhooks(connection);
    var alone = webhooks(connection);
    var from = new AtomicInteger();

    var flood =
        flood(connection, () -> searchFrom(from.incrementAndGet(), site), AS_FAST_AS_IT_GOES);
    report("from " + from.get() + " addresses", flood, alone);

    assertThat(flood.by(200) + flood.by(403) + flood.by(429) + flood.by(503))
        .isEqualTo(flood.sent());
    assertThat(flood.by(429)).as("all together have a limit too").isPositive();
    assertThat(flood.webhooks()[WEBHOOKS - 1] / 1e9)
        .as("slowest webhook, in seconds")
        .isLessThan(5);
  }

  private static int searchFrom(int number, HelpSiteForTests site) throws IOException {
    var body = "{\"text\":\"faktura\",\"language\":\"sv\"}";
    var origin = number % 3 == 0 ? "https://c.example" : "https://o" + number + ".example";
    var product = Product.underTest().at("help-api/" + site.key() + "/search");
    var address =
        new byte[] {
          127, (byte) (1 + number / 64_000), (byte) (number / 250), (byte) (number % 250)
        };
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
      socket.connect(new InetSocketAddress(product.getHost(), product.getPort()));
      var request =
          "POST "
              + product.getPath()
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: "
              + origin
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /** Believed only where the operator says that a reverse proxy stands before the server. */
  @Test
  void countsASenderWhateverItSaysOfWhereItIs() {
    var site = HelpSiteForTests.open("https://b.example");
    var start = System.nanoTime();
    var answers = new ConcurrentHashMap<Integer, Integer>();
    for (var i = 0; i < 2 * A_MINUTES_LIMIT; i++) {
      var address = "203.0.113." + i % 256;
      var forged =
          Map.of(
              "X-Forwarded-For", address + ", 198.51.100." + i % 256,
              "X-Real-IP", address,
              "Forwarded", "for=" + address);
      var answer = site.post("search", "{\"text\":\"faktura\",\"language\":\"sv\"}", forged);
      answers.merge(answer.status(), 1, Integer::sum);
    }
    var seconds = (System.nanoTime() - start) / 1e9;

    assertThat(answers.getOrDefault(200, 0)).isLessThanOrEqualTo((int) longestTaken(seconds));
    assertThat(answers).containsKey(429);
  }

  private static double longestTaken(double seconds) {
    return LONGEST_TAKEN + 3 * (seconds + 1);
  }

  /** What came of it; webhooks in nanoseconds, sorted. */
  private record Flood(int sent, double seconds, Map<Integer, Integer> answers, long[] webhooks) {
    int by(int status) {
      return answers.getOrDefault(status, 0);
    }
  }

  /** Sends as many a second until the webhooks beside it were answered. */
  private static Flood flood(
      ConnectionForTests connection, Callable<Integer> request, double perSecond) throws Exception {
    var sent = new AtomicInteger();
    var answers = new ConcurrentHashMap<Integer, Integer>();
    var ends = new AtomicBoolean();
    var flooding = new CountDownLatch(LONGEST_TAKEN + 1);
    var start = System.nanoTime();
    long[] meanwhile;
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (var i = 0; i < SENDERS; i++) {
        senders.submit(
            () -> {
              while (!ends.get()) {
                var due = start + (long) (sent.getAndIncrement() / perSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                answers.merge(request.call(), 1, Integer::sum);
                flooding.countDown();
              }
              return null;
            });
      }
      assertThat(flooding.await(2, TimeUnit.MINUTES)).isTrue();
      meanwhile = webhooks(connection);
      ends.set(true);
    }
    return new Flood(sent.get(), (System.nanoTime() - start) / 1e9, Map.copyOf(answers), meanwhile);
  }

  /** Searches at a server that does nothing with them. */
  private record Elsewhere(URI base) implements Callable<Integer> {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
      var request =
          HttpRequest.newBuilder(base.resolve("/search"))
              .header("Content-Type", "application/json")
              .header("Origin", "https://a.example")
              .POST(BodyPublishers.ofString("{\"text\":\"faktura\",\"language\":\"sv\"}"))
              .build();
      return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private static void report(String what, Flood flood, long[] alone) {
    System.out.printf(
        "flood, %s: %.0f requests a second; let through %d, told to wait %d; webhooks %s (ratio"
            + " %.1f, of the medians %.1f)%n",
        what,
        flood.sent() / flood.seconds(),
        flood.by(200),
        flood.by(429),
        inWords(flood.webhooks()),
        (double) at(95, flood.webhooks()) / at(95, alone),
        (double) at(50, flood.webhooks()) / at(50, alone));
  }

  private static String inWords(long[] took) {
    return "50 %% within %.1f ms, 95 %% within %.1f ms"
        .formatted(at(50, took) / 1e6, at(95, took) / 1e6);
  }

  private static long at(int percent, long[] took) {
    return took[took.length * percent / 100];
  }

  /** A moment's rest lets a few through again. */
  private static Answer refused(HelpSiteForTests site) {
    return Stream.generate(() -> site.search("faktura", "sv"))
        .limit(2 * A_MINUTES_LIMIT)
        .filter(it -> it.status() == 429)
        .findFirst()
        .orElseThrow();
  }

  /** Nanoseconds for each, sorted. */
  private static long[] webhooks(ConnectionForTests connection) {
    var took = new long[WEBHOOKS];
    for (var i = 0; i < WEBHOOKS; i++) {
      var start = System.nanoTime();
      var answer =
          connection.deliver("msg_" + UUID.randomUUID(), "{\"type\":\"nothing." + i + "\"}");
      took[i] = System.nanoTime() - start;
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
    Arrays.sort(took);
    return took;
  }
}
