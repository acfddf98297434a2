package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;

/** Counts as solved only what was, and keeps that longer than the sessions. */
@ArquillianTest
@RunAsClient
class HelpFiguresIT {

  private static final String ORIGIN = "https://a.example";
  private static final Product PRODUCT = Product.underTest();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void tellsConfirmedFromUnconfirmedAndFromContacted() {
    var site =
        HelpSiteForTests.of(
            ORIGIN,
            HelpSiteForTests.form(ORIGIN).add("consentRequired", false).add("solvedAfterDays", 0));
    session(site, "\"opened\",\"entries\":[1]", "\"vote\",\"entries\":[1],\"helpful\":true");
    session(site, "\"opened\",\"entries\":[1]");
    session(site, "\"opened\",\"entries\":[2]");
    session(site, "\"opened\",\"entries\":[2]", "\"vote\",\"entries\":[2],\"helpful\":false");
    session(site, "\"vote\",\"entries\":[1],\"helpful\":true", "\"contact\",\"text\":\"mail\"");
    session(site, "\"search\",\"text\":\"Hyra kanot\"");
    session(site, "\"search\",\"text\":\"hyra kanot\"");
    session(site);

    var before = figures(site);
    var gaps = PRODUCT.get("api/knowledge/report/self-service").body();
    purge(site);
    var after = figures(site);
    purge(site);

    assertThat(before.getJsonObject("deflection").getInt("notYet")).isEqualTo(7);
    assertThat(before.getJsonArray("withoutAnswer").toString())
        .isEqualTo("[{\"times\":2,\"what\":\"hyra kanot\"}]");
    assertThat(before.getJsonArray("notHelpful").toString())
        .isEqualTo("[{\"times\":1,\"what\":\"2\"}]");
    assertThat(gaps).contains("{\"sessions\":2,\"text\":\"hyra kanot\"}");
    assertThat(after.getJsonObject("deflection").toString())
        .isEqualTo(
            "{\"confirmed\":1,\"contacted\":1,\"notYet\":0,\"unconfirmed\":2,\"unsolved\":3}");
    assertThat(figures(site)).as("counted once").isEqualTo(after);
  }

  @Test
  void comparesCustomersWithAndWithoutAnswers() {
    var site =
        HelpSiteForTests.of(
            ORIGIN,
            HelpSiteForTests.form(ORIGIN)
                .add("consentRequired", false)
                .add("solvedAfterDays", 0)
                .add("holdOutPercent", 50));
    var contacts = 0;
    var held = 0;
    var all = 24; // that all are on one side happens once in eight million runs
    for (var i = 0; i < all; i++) {
      var begun =
          site.post("sessions", "{\"consent\":true,\"beforeAnswers\":true}").json().asJsonObject();
      var session =
          new HelpSiteForTests.Session(
              site,
              begun.getString("session"),
              begun.getString("reference"),
              begun.getString("phoneCode"));
      if (i % 3 > 0) {
        session.says("{\"kind\":\"question\",\"text\":\"Hyra kanot\"}");
      }
      if (begun.getBoolean("heldOut")) {
        held++;
        contacts += i % 2;
        if (i % 2 == 1) {
          session.says("{\"kind\":\"contact\",\"text\":\"mail\"}");
        }
      }
    }
    assertThat(site.session()).as("begun after answers were seen: not compared").isNotNull();
    purge(site);

    var found = figures(site).getJsonObject("holdOut");
    assertThat(found.getInt("held")).isEqualTo(held).isBetween(1, all - 1);
    assertThat(found.getInt("shown")).isEqualTo(all - held);
    assertThat(found.getInt("heldContacted")).isEqualTo(contacts);
    assertThat(found.getInt("shownContacted")).isZero();
    var difference = found.getJsonObject("difference");
    assertThat(difference.getJsonNumber("difference").doubleValue())
        .isEqualTo(contacts / (double) held);
    assertThat(difference.getJsonNumber("low").doubleValue())
        .isLessThan(difference.getJsonNumber("high").doubleValue());
  }

  private static void session(HelpSiteForTests site, String... events) {
    var session = site.session();
    for (var event : events) {
      assertThat(session.says("{\"kind\":" + event + "}").status()).isEqualTo(200);
    }
  }

  private static JsonObject figures(HelpSiteForTests site) {
    return PRODUCT.get("api/sites/" + site.id() + "/figures").json().asJsonObject();
  }

  private static void purge(HelpSiteForTests site) {
    PRODUCT.post("api/help-sessions/purge", "{\"site\":\"" + site.id() + "\",\"quietMinutes\":0}");
  }
}
