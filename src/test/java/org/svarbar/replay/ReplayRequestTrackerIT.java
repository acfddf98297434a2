package org.svarbar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/**
 * Two thousand past tickets of a real Request Tracker; where a database other than H2 is under
 * test, three hundred, to keep the time within bounds.
 */
@ArquillianTest
@RunAsClient
class ReplayRequestTrackerIT {

  private static final Product PRODUCT = Product.underTest();
  private static final long SEED = 20_261_122L;
  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");
  private static final int TICKETS = 2000;
  private static final int FEWER = 300;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void replaysWhatARealHelpdeskHolds() {
    var count = "h2".equals(System.getenv("SVARBAR_DB_DRIVER")) ? TICKETS : FEWER;
    System.out.println("seed " + SEED + ", " + count + " tickets");
    DemoKnowledge.known();
    var begun = System.nanoTime();
    var connection =
        ConnectionForTests.of(PRODUCT, "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    try (var tracker = RealRequestTracker.start(PRODUCT.at("webhooks/" + connection.id()))) {
      connection.movedTo(tracker.base().toString(), tracker.account(), tracker.token());
      var mails = PastMail.some(count, SEED, LAST_YEAR);
      tracker.putPastTickets(
          mails.stream().map(it -> it.inTracker().build().toString()).collect(Collectors.toList()));
      System.out.println("tickets are there after " + seconds(begun));

      var replay = ReplayForTests.ofYear(connection, LAST_YEAR, count);
      Eventually.soon().see("it has begun", replay::cases, it -> it > 5);
      assertThat(PRODUCT.post(replay.at("/cancel"), "").status()).isEqualTo(204);
      assertThat(replay.cases()).isLessThan(count);
      assertThat(PRODUCT.post(replay.at("/resume"), "").status()).isEqualTo(204);
      replay.finished(Duration.ofMinutes(20));

      System.out.println("replayed after " + seconds(begun));
      replay.print();
      assertThat(replay.cases()).isEqualTo(count);
      assertThat(replay.count("right")).isGreaterThan(count / 3);
      assertThat(PRODUCT.get(replay.at("/cases.csv")).body().lines()).hasSize(count + 1);
      var deliveries = PRODUCT.get("api/deliveries?connection=" + connection.id());
      assertThat(deliveries.json().asJsonObject().getInt("count")).isZero();
    }
  }

  private static String seconds(long since) {
    return (System.nanoTime() - since) / 1_000_000_000 + " s";
  }
}
