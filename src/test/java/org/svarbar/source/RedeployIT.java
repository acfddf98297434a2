package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** The WAR is taken away while it works, and deployed again, as an upgrade does. */
@ArquillianTest
@RunAsClient
class RedeployIT {

  private static final String WAR = "again";
  private static final int ROUNDS = 3;
  private static final int ENTRIES = 400;

  private final SiteForTests site = new SiteForTests();

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void close() {
    site.close();
  }

  /**
   * A transaction that is left behind open keeps its rows locked until the server's time-out of
   * five minutes, longer than this waits.
   */
  @Test
  void goesOnWhereTheLastDeploymentWasInterrupted() {
    site.with("/faq.csv", entries("the beginning"));
    var source =
        deployed(
            () -> SourceForTests.putUp(SourceForTests.at("csv", site.at("/faq.csv").toString())));
    for (var round = 1; round <= ROUNDS; round++) {
      site.with("/faq.csv", entries("round " + round));
      var changed = deployed(() -> source.synced().getInt("changed"));

      assertThat(changed).isEqualTo(ENTRIES);
    }
    deployed(
        () -> {
          source.remove();
          DemoKnowledge.awaitIndex(Product.underTest());
          return true;
        });
  }

  /** What somebody does right before the WAR is taken away. */
  private <T> T deployed(java.util.function.Supplier<T> work) {
    deployer.deploy(WAR);
    try {
      DemoKnowledge.awaitIndex(Product.underTest());
      return work.get();
    } finally {
      deployer.undeploy(WAR);
    }
  }

  private static String entries(String what) {
    return IntStream.range(0, ENTRIES)
        .mapToObj(i -> "z%d,en,internal,Zyx%d wvu%d?,Zyx%d in %s.".formatted(i, i, i, i, what))
        .collect(Collectors.joining("\n", "key,language,visibility,question,answer\n", "\n"));
  }
}
