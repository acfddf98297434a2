package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;

/** The figures of what a test made happen, and the page that shows them. */
@ArquillianTest
@RunAsClient
class InsightIT {

  private static final Product PRODUCT = Product.underTest();
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void countsWhatCameWhatWasFoundAndWhatWasRight() {
    DemoKnowledge.known();
    try (var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      come(helpdesk, connection, "sv-3", "sv-1", "en-4");
      outcomes(connection, true, true, true, false);

      var lines = csv(connection, "").lines().toList();
      var all = lines.getLast().split(",");
      assertThat(lines).hasSize(2 + 15);
      assertThat(all[1]).as("messages: %s", lines).isEqualTo("3");
      assertThat(Integer.parseInt(all[2])).as("with a suggestion").isBetween(2, 3);
      assertThat(List.of(all[5], all[6])).as("judged, right").containsExactly("4", "3");
      assertThat(Double.parseDouble(all[7])).as("at least").isBetween(0.2, 0.3);
      assertThat(Double.parseDouble(all[8])).as("at most").isBetween(0.97, 1.0);
      var swedish = csv(connection, "&language=sv").lines().toList().getLast().split(",");
      assertThat(swedish[1]).isEqualTo("2");
      assertThat(csv(connection, "&group=no-such-group").lines().toList().getLast())
          .startsWith("all,0,0,");
    }
  }

  @Test
  void showsThemAsDrawingsAndTables() {
    DemoKnowledge.known();
    try (var helpdesk = GenericHelpdesk.start();
        var chromium = Chromium.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      come(helpdesk, connection, "sv-3", "sv-1");
      var site = HelpSiteForTests.open("http://localhost:9");
      var session = site.session();
      var gap = "fjärrvärmeavläsning " + UUID.randomUUID().toString().replaceAll("[-0-9]", "");
      session.says(search(gap));
      for (var scheme : ColorScheme.values()) {
        for (var language : List.of("sv", "fi")) {
          var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
          var page = chromium.open(who);
          Chromium.logIn(page, PRODUCT.at("console/insight"));
          assertThat(page.getByRole(AriaRole.IMG).count()).isGreaterThan(0);
          assertThat(page.getByRole(AriaRole.TABLE).count()).isGreaterThan(0);
          assertThat(page.getByText(gap).count()).isEqualTo(1);
          look(page, language, scheme);
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(page.getByRole(AriaRole.NAVIGATION).first().isVisible()).isFalse();
          picture(page, language + "-print");
          page.context().close();
        }
      }
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static String search(String text) {
    return Json.createObjectBuilder()
        .add("kind", "search")
        .add("text", text)
        .add("entries", Json.createArrayBuilder())
        .build()
        .toString();
  }

  private static void come(
      GenericHelpdesk helpdesk, ConnectionForTests connection, String... mails) {
    for (var id : mails) {
      var mail = DemoKnowledge.mail(id);
      connection.deliver(
          UUID.randomUUID().toString(),
          helpdesk.open(id, mail.from(), mail.subject(), mail.body()));
    }
    for (var id : mails) {
      var judged = "api/triage/verdicts/" + connection.id() + "?ticket=" + id;
      Eventually.soon().see("a verdict", () -> PRODUCT.get(judged).body(), it -> !it.equals("[]"));
    }
  }

  private static void outcomes(ConnectionForTests connection, boolean... right) {
    var outcomes = Json.createArrayBuilder();
    for (var i = 0; i < right.length; i++) {
      outcomes.add(
          Json.createObjectBuilder()
              .add("ticket", "judged-" + i)
              .add("message", "1")
              .add("right", right[i])
              .add("probability", 0.5));
    }
    var answer =
        PRODUCT.post("api/triage/outcomes/" + connection.id(), outcomes.build().toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static String csv(ConnectionForTests connection, String filter) {
    var answer =
        PRODUCT.page("console/insight/figures.csv?connection=" + connection.id() + filter, "en");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private static void look(Page page, String language, ColorScheme scheme) {
    for (var width : List.of(1280, 320)) {
      page.setViewportSize(width, 800);
      picture(page, language + "-" + scheme + "-" + width);
      assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
          .as("%s at %d pixels", language, width)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .isEqualTo(0);
    }
  }

  private static void picture(Page page, String name) {
    var file = "insight-%s.png".formatted(name).toLowerCase(Locale.ROOT);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", file)));
  }
}
