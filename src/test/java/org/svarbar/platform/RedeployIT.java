package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
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
  private static final int ENTRIES = 1500;

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /**
   * A transaction that is left behind open keeps its rows locked until the server's time-out of
   * five minutes, longer than this waits.
   */
  @Test
  void goesOnWhereTheLastDeploymentWasInterrupted() {
    for (var round = 1; round <= ROUNDS; round++) {
      deployer.deploy(WAR);
      try {
        DemoKnowledge.awaitIndex(Product.underTest());
        knows(ENTRIES, "round " + round);
      } finally {
        deployer.undeploy(WAR);
      }
    }
    deployer.deploy(WAR);
    try {
      DemoKnowledge.awaitIndex(Product.underTest());
      knows(1, "the end");
      DemoKnowledge.awaitIndex(Product.underTest());
    } finally {
      deployer.undeploy(WAR);
    }
  }

  private static void knows(int count, String what) {
    var entries =
        IntStream.range(0, count)
            .mapToObj(i -> "z%d,en,internal,Zyx%d wvu%d?,Zyx%d in %s.".formatted(i, i, i, i, what))
            .collect(Collectors.joining("\n", "key,language,visibility,question,answer\n", "\n"));
    var said =
        Product.underTest()
            .send(
                "POST",
                "api/knowledge/import?format=csv&source=redeploy",
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString(entries));
    assertThat(said.status()).as("%s", said).isEqualTo(200);
  }
}
