package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class StartIT {

  private static final URI MANAGEMENT =
      URI.create("http://127.0.0.1:" + Integer.getInteger("it.management.port") + "/");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void saysThatItIsReady() {
    var server = Product.at(MANAGEMENT);

    var health =
        Eventually.within(Duration.ofSeconds(30))
            .see("the server is ready", () -> server.get("health/ready"), it -> it.status() == 200);

    assertThat(health.json().asJsonObject().getString("status")).isEqualTo("UP");
  }

  @Test
  void saysWhyItIsReadyLiveAndStarted() {
    var server = Product.at(MANAGEMENT);
    Eventually.soon().see("all is up", () -> server.get("health"), it -> it.status() == 200);

    assertThat(ours(server, "ready").getString("database")).isEqualTo("answers");
    assertThat(ours(server, "ready").getString("opensearch")).matches("\\d+\\..*");
    assertThat(ours(server, "live").getString("ended")).isEqualTo("none");
    assertThat(ours(server, "live").getInt("deadlocked")).isZero();
    assertThat(server.get("health/started").status()).isEqualTo(200);
    assertThat(server.get("health/started").body()).contains("\"svarbar\"");
  }

  private static JsonObject ours(Product server, String kind) {
    return server
        .get("health/" + kind)
        .json()
        .asJsonObject()
        .getJsonArray("checks")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(check -> check.getString("name").equals("svarbar"))
        .findFirst()
        .orElseThrow()
        .getJsonObject("data");
  }

  @Test
  void guardsEvenThePageThatIsNotThere() {
    var answer = Product.underTest().anonymously().get("no-such-page");

    assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    assertThat(answer.header("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
  }
}
