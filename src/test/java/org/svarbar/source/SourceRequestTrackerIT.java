package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.of;
import static org.svarbar.source.SourceForTests.putUp;

import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/** Articles of a real Request Tracker that change while the product follows them. */
@ArquillianTest
@RunAsClient
class SourceRequestTrackerIT {

  private static final String QUESTION = "How do I renew my parking permit for the moped garage?";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /** By its schedule alone: nobody presses a button. */
  @Test
  void followsArticlesThatChange() {
    try (var tracker = RealRequestTracker.start(Product.underTest().at("webhooks/none"))) {
      tracker.letArticlesBeRead();
      var source = putUp(of("rt-articles", connection(tracker)).add("everySeconds", 10));
      assertThat(source.firstRun().getString("outcome")).isEqualTo("succeeded");

      var article = tracker.writeArticle(QUESTION, "Show your old permit at the gate.");
      tracker.writeArticle("Why is the swimming pool closed?", "It is being tiled anew.");
      var appeared = source.secondsUntilAnswered(QUESTION, "Show your old permit at the gate.");

      tracker.rewriteArticle(article, "Write to the garage.");
      var changed = source.secondsUntilAnswered(QUESTION, "Write to the garage.");

      tracker.disableArticle(article);
      var disappeared = source.secondsUntilGone(QUESTION, "Write to the garage.");

      System.out.printf(
          Locale.ROOT,
          "source rt-articles appeared_s=%.1f changed_s=%.1f disappeared_s=%.1f (read every 10"
              + " s)%n",
          appeared,
          changed,
          disappeared);
      assertThat(source.answers("Why is the swimming pool closed?"))
          .contains("It is being tiled anew.");
      source.remove();
    }
  }

  private static String connection(RealRequestTracker tracker) {
    return ConnectionForTests.of(
            Product.underTest(),
            "request-tracker",
            tracker.base().toString(),
            tracker.account(),
            tracker.token())
        .id();
  }
}
