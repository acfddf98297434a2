package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

/**
 * An address that the operator's list lets through, and that is no helpdesk's: one of our own
 * servers.
 */
@ArquillianTest
@RunAsClient
class MisdirectedIT {

  private static final String OPENSEARCH =
      "http://127.0.0.1:" + System.getProperty("it.opensearch.port");
  private static final Product ADMIN = Product.underTest();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  static Stream<String> ofOurOwn() {
    var product = ADMIN.at("").toString();
    return Stream.of(
        OPENSEARCH,
        OPENSEARCH + "/svarbar",
        product,
        product + "webhooks",
        product + "webhooks/demo",
        product + "api");
  }

  @ParameterizedTest
  @MethodSource("ofOurOwn")
  void writesNothingThereAndSaysSo(String address) {
    DemoKnowledge.known();
    var indices = indices();
    var connection = ConnectionForTests.generic(address);
    try (var helpdesk = GenericHelpdesk.start()) {
      var mail = DemoKnowledge.mail("sv-1");
      connection.deliver(
          "msg_" + UUID.randomUUID(), helpdesk.open("1", mail.subject(), mail.body()));
    }

    var delivery =
        Eventually.soon()
            .see(
                "it is said what is wrong",
                () -> first("deliveries", connection),
                it -> !it.getString("outcome").isEmpty() || !it.getString("lastError").isEmpty());

    System.out.println(address + ": " + delivery);
    assertThat(count("deliveries", connection)).isEqualTo(1);
    assertThat(count("actions", connection)).isZero();
    assertThat(indices()).isEqualTo(indices);
    var test = ADMIN.post("api/connections/" + connection.id() + "/test", "");
    System.out.println(test);
    ADMIN.delete("api/connections/" + connection.id());
  }

  private static JsonObject first(String what, ConnectionForTests connection) {
    return ADMIN
        .get("api/" + what + "?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private static int count(String what, ConnectionForTests connection) {
    return ADMIN
        .get("api/" + what + "?connection=" + connection.id())
        .json()
        .asJsonObject()
        .getInt("count");
  }

  /** Their names and how much is in each. */
  private static String indices() {
    return Product.at(URI.create(OPENSEARCH + "/"))
        .get("_cat/indices?h=index,docs.count&s=index")
        .body();
  }
}
