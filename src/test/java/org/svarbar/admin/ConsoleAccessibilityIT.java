package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.Product;

/** Every page, light and dark, wide and narrow: nothing for axe to find, nothing cut off. */
@ArquillianTest
@RunAsClient
class ConsoleAccessibilityIT {

  static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String NOT_ALLOWED = "http://nowhere.example";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @ParameterizedTest
  @CsvSource({"sv, LIGHT", "fi, LIGHT", "sv, DARK", "fi, DARK"})
  void isAccessible(String language, ColorScheme scheme) throws IOException {
    try (var chromium = Chromium.start()) {
      var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
      var page = chromium.open(who);
      page.navigate(at("console"));
      look(page, "log-in", language, scheme);
      Chromium.logIn(page, Product.underTest().at("console"));

      for (var path : pages(page)) {
        page.navigate(at(path));
        look(page, path, language, scheme);
      }
      page.navigate(at("console/connections/new"));
      page.locator("#base-url").fill(NOT_ALLOWED);
      page.locator("main form button").click();
      look(page, "connection-refused", language, scheme);
      page.navigate(at("console/try"));
      page.locator("#text").fill("Jag har glömt mitt lösenord till Mina sidor. Hur byter jag det?");
      page.locator("main form button").click();
      page.locator("#result h2").first().waitFor();
      look(page, "tried", language, scheme);

      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void isSeenInColoursThatTheReaderForces() {
    try (var chromium = Chromium.start()) {
      var page =
          chromium.open(
              new NewContextOptions().setLocale("en").setForcedColors(ForcedColors.ACTIVE));
      page.navigate(at("console"));
      var unseen = new LinkedHashMap<String, List<?>>();
      unseen.put("log-in", Chromium.borderless(page, "document"));
      Chromium.logIn(page, Product.underTest().at("console"));
      for (var path : pages(page)) {
        page.navigate(at(path));
        unseen.put(path, Chromium.borderless(page, "document"));
      }
      page.navigate(at("console/connections"));
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/console-forced.png")));

      assertThat(unseen.values()).as("%s", unseen).allSatisfy(each -> assertThat(each).isEmpty());
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static List<String> pages(Page page) {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    sources();
    connection.deliver(UUID.randomUUID().toString(), "not JSON");
    page.navigate(at("console/deliveries"));
    var delivery = page.locator("main th a").first().getAttribute("href");
    page.navigate(at("console/knowledge"));
    var entry = page.locator("main th a").first().getAttribute("href");
    return List.of(
        "console",
        "console/connections",
        "console/connections/new",
        "console/connections/" + connection.id(),
        "console/connections/" + connection.id() + "/edit",
        "console/deliveries",
        inConsole(delivery),
        "console/dead-letters",
        "console/knowledge",
        inConsole(entry),
        inConsole(entry) + "/edit",
        "console/knowledge/new",
        "console/knowledge/import",
        "console/proposals",
        "console/sources",
        "console/sources/new",
        "console/brands",
        "console/brands/form",
        "console/sources/looked-at",
        "console/sources/looked-at/edit",
        "console/replays",
        "console/triage",
        "console/audit",
        "console/password",
        "console/settings",
        "console/requesters",
        "console/insight",
        "console/triage/" + connection.id(),
        "console/triage/" + connection.id() + "?group=%2B",
        "console/try",
        "console/no-such-page");
  }

  /** One that was read with something refused, and one that cannot be read. */
  private static void sources() {
    var file =
        "key,language,visibility,question,answer\na,sv,public,Hur matas axolotlar?,Med mask.\n"
            + "b,sv,hemlig,Vad?,Så.\n";
    try (var site = FakeHelpdesk.start().on("GET", ".*", any -> Reply.json(file))) {
      put("looked-at", "csv", site.base() + "/faq.csv");
      put("unreachable", "web", "http://127.0.0.1:9/faq/");
      for (var name : List.of("looked-at", "unreachable")) {
        Eventually.soon()
            .see(
                "it was read",
                () -> Product.underTest().get("api/sources/" + name).body(),
                view -> view.contains("\"running\":false") && view.contains("\"outcome\""));
      }
    }
  }

  private static void put(String name, String kind, String address) {
    var form =
        Json.createObjectBuilder()
            .add("kind", kind)
            .add("address", address)
            .add("language", "sv")
            .add("visibility", "public")
            .add("everySeconds", 86_400);
    Product.underTest().put("api/sources/" + name, form.build().toString());
  }

  private static void look(Page page, String name, String language, ColorScheme scheme) {
    for (var width : List.of(1280, 320)) {
      page.setViewportSize(width, 800);
      var file =
          name.replaceAll("t-[0-9a-f]{8}|[0-9]+", "one").replaceAll("[/?%=+]", "_")
              + "-"
              + language
              + "-"
              + scheme
              + "-"
              + width
              + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots", file.toLowerCase(Locale.ROOT))));

      var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
      assertThat(found)
          .as("%s at %d pixels in %s, %s", page.url(), width, language, scheme)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("what %s is too wide at %d pixels in %s", page.url(), width, language)
          .isEqualTo(0);
    }
    page.setViewportSize(1280, 800);
  }

  private static String inConsole(String address) {
    return address.substring(address.indexOf("console/"));
  }

  private static String at(String path) {
    return Product.underTest().at(path).toString();
  }
}
