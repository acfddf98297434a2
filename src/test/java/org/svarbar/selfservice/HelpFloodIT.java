package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product.Answer;

/** Somebody floods the help: they are told to wait, and webhooks are answered as before. */
@ArquillianTest
@RunAsClient
class HelpFloodIT {

  private static final int A_MINUTES_LIMIT = 180;
  private static final int WEBHOOKS = 60;
  private static final int SENDERS = 8;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void refusesAFloodAndAnswersWebhooksMeanwhile() throws Exception {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    var site = HelpSiteForTests.open("https://a.example");
    webhooks(connection, WEBHOOKS);
    var alone = webhooks(connection, WEBHOOKS);

    var sent = new AtomicInteger();
    var by = new AtomicIntegerArray(600);
    var flooding = new CountDownLatch(SENDERS);
    var start = System.nanoTime();
    long[] meanwhile;
    long ended;
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (var i = 0; i < SENDERS; i++) {
        senders.submit(
            () -> {
              while (sent.incrementAndGet() <= 20 * A_MINUTES_LIMIT) {
                by.incrementAndGet(site.search("faktura", "sv").status());
                flooding.countDown();
              }
            });
      }
      flooding.await();
      meanwhile = webhooks(connection, WEBHOOKS);
      senders.shutdown();
      senders.awaitTermination(5, java.util.concurrent.TimeUnit.MINUTES);
      ended = System.nanoTime();
    }

    var seconds = (ended - start) / 1e9;
    System.out.printf(
        "flood: %.0f requests a second, %d times a minute's limit in %.1f s; let through %d, told"
            + " to wait %d; webhooks 95 %% within %.1f ms, alone %.1f ms (ratio %.1f)%n",
        20 * A_MINUTES_LIMIT / seconds,
        20,
        seconds,
        by.get(200),
        by.get(429),
        meanwhile[WEBHOOKS * 95 / 100] / 1e6,
        alone[WEBHOOKS * 95 / 100] / 1e6,
        (double) meanwhile[WEBHOOKS * 95 / 100] / alone[WEBHOOKS * 95 / 100]);
    assertThat(by.get(200) + by.get(429) + by.get(503)).isEqualTo(20 * A_MINUTES_LIMIT);
    assertThat(by.get(200)).isLessThanOrEqualTo((int) (60 + 3 * (seconds + 1)));
    assertThat(refused(site).header("Retry-After")).contains("1");
    assertThat(meanwhile[WEBHOOKS - 1] / 1e9).as("slowest webhook, in seconds").isLessThan(5);
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
  private static long[] webhooks(ConnectionForTests connection, int count) {
    var took = new long[count];
    for (var i = 0; i < count; i++) {
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
