package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
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

/** An administrator makes a site, pastes it, looks at a session, takes it back and erases it. */
@ArquillianTest
@RunAsClient
class HelpSitesConsoleIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ORIGIN = "https://www.nordlys.example";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void makesASiteAndLooksAfterItsSessions() {
    DemoKnowledge.known();
    var id = "c-" + UUID.randomUUID().toString().substring(0, 8);
    try (var chromium = Chromium.start();
        var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.onDialog(dialog -> dialog.accept());
      page.navigate(at("console/help-sites"));
      Chromium.logIn(page, Product.underTest().at("console/help-sites"));
      look(page, "help-sites");
      decide(page, connection.id());

      make(page, id, connection.id());
      var site = site(id);
      assertThat(page.locator("#snippet").textContent())
          .contains("/help-widget.js", "<svarbar-help site=\"" + site.key() + "\">");
      rotate(page);
      look(page, "help-site");

      var session = site.session();
      session.says("{\"kind\":\"question\",\"text\":\"Varför <b>just</b> jag?\"}");
      var event =
          helpdesk.open("1", "konsolanna@kund.example", "Hej", "Hej " + session.reference());
      connection.deliver("msg_" + UUID.randomUUID(), event);
      Eventually.soon().see("a note", () -> helpdesk.notes("1"), notes -> !notes.isEmpty());
      find(page, id, "AAAAAA");
      assertThat(page.locator("#code-wrong").isVisible()).isTrue();
      assertThat(page.locator("#code").inputValue()).isEqualTo("AAAAAA");
      find(page, id, session.phoneCode().toLowerCase());
      assertThat(page.locator("main").textContent()).contains("Varför <b>just</b> jag?");
      look(page, "help-session");
      find(page, id, session.reference());

      page.locator("form[action$=undo] button").click();
      page.locator("p.message.ok").waitFor();
      Eventually.soon()
          .see(
              "a note that says so",
              () -> String.join("\n", helpdesk.notes("1")),
              notes -> notes.contains("gällde inte den här kunden"));
      page.locator("main summary").click();
      page.locator("form[action$=erase] button").click();
      page.locator("p.message.ok").waitFor();
      assertThat(session.stored().status()).isEqualTo(404);

      eraseRequester(page, "konsolanna@kund.example");
      change(page, id);
      page.navigate(at("console/help-sites/" + id));
      page.locator("main summary").click();
      page.locator("form[action$=remove] button").click();
      page.locator("p.message.ok").waitFor();
      assertThat(PRODUCT.get("api/sites/" + id).status()).isEqualTo(404);
      assertThat(
              chromium.complaints().stream()
                  .filter(it -> !it.contains("40") && !it.contains("422")))
          .isEmpty();
    }
  }

  /** What is left of whoever wrote, after a mistake that loses nothing. */
  private static void eraseRequester(Page page, String email) {
    page.navigate(at("console/requesters"));
    page.locator("#email").fill("kund@x y");
    page.locator("form[action$=find]").evaluate("form => form.noValidate = true");
    page.locator("form[action$=find] button").click();
    page.locator("#email-wrong").waitFor();
    page.locator("#email").fill(email);
    page.locator("form[action$=find] button").click();
    page.locator("main section h2").first().waitFor();
    page.locator("main summary").click();
    look(page, "requesters");
    assertThat(page.locator("main").textContent()).contains("Bedömningar: 1");
    page.locator("form[action$=erase] button").click();
    page.locator("p.message.ok").waitFor();
    assertThat(PRODUCT.post("api/requesters/export", "{\"email\":\"" + email + "\"}").body())
        .doesNotContain("requester_id", "\"ticket_id\"");
  }

  /** When sessions are told of, with a tag too long at first. */
  private static void decide(Page page, String connection) {
    page.navigate(at("console/connections/" + connection));
    page.locator("a[href$='/handover']").click();
    page.locator("[name=moved]").uncheck();
    page.locator("#tags").fill("x".repeat(61));
    page.locator("main form button").click();
    page.locator("#tags-wrong").waitFor();
    look(page, "handover");
    page.locator("#tags").fill("VIP");
    page.locator("main form button").click();
    page.locator("p.message.ok").waitFor();
    assertThat(PRODUCT.get("api/handover-rules/" + connection).body())
        .contains("tagged", "[\"vip\"]")
        .doesNotContain("moved");
  }

  /** With the keyboard alone, after a mistake that loses nothing. */
  private static void make(Page page, String id, String connection) {
    page.navigate(at("console/help-sites/new"));
    page.locator("#id").focus();
    page.keyboard().type(id);
    page.keyboard().press("Tab");
    page.keyboard().type("Nordlys kundservice");
    page.keyboard().press("Tab");
    page.keyboard().type("https://www.nordlys.example/with/path");
    page.keyboard().press("Control+Home");
    page.locator("#name").focus();
    page.keyboard().press("Enter");
    page.locator("#origins-wrong").waitFor();
    look(page, "help-site-form");
    assertThat(page.locator("#name").inputValue()).isEqualTo("Nordlys kundservice");
    assertThat(page.locator("#origins").inputValue()).endsWith("/with/path");
    page.locator("#origins").fill(ORIGIN);
    page.locator("#consent").uncheck();
    page.locator("[name=language-da]").uncheck();
    page.locator("#connection").selectOption(connection);
    page.locator("#mail").fill("help@nordlys.example");
    page.locator("main form .buttons button").click();
    page.locator("#snippet").waitFor();
    var made = stored(id);
    assertThat(made.getJsonArray("languages").toString())
        .isEqualTo("[\"sv\",\"nb\",\"nn\",\"fi\",\"en\"]");
    assertThat(made.getBoolean("consentRequired")).isFalse();
  }

  private static void rotate(Page page) {
    page.locator("form[action$='/secret'] button").click();
    page.locator("#site-secret").waitFor();
    assertThat(page.locator("#site-secret").inputValue()).startsWith("whsec_");
    page.reload();
    assertThat(page.locator("#site-secret").count()).as("shown once").isZero();
  }

  private static void find(Page page, String id, String code) {
    page.navigate(at("console/help-sites/" + id));
    page.locator("#code").fill(code);
    page.locator("#code").press("Enter");
    page.waitForLoadState();
  }

  private static void change(Page page, String id) {
    page.navigate(at("console/help-sites/" + id + "/edit"));
    page.locator("#keep-days").fill("4000");
    page.locator("main form .buttons button").click();
    page.locator("#keep-days-wrong").waitFor();
    page.locator("#keep-days").fill("90");
    page.locator("#enabled").uncheck();
    page.locator("main form .buttons button").click();
    page.locator("p.message.ok").waitFor();
    assertThat(stored(id).getInt("keepDays")).isEqualTo(90);
    assertThat(stored(id).getBoolean("enabled")).isFalse();
    assertThat(stored(id).getString("mail")).isEqualTo("help@nordlys.example");
  }

  private static JsonObject stored(String id) {
    return PRODUCT.get("api/sites/" + id).json().asJsonObject();
  }

  private static HelpSiteForTests site(String id) {
    return new HelpSiteForTests(id, stored(id).getString("key"), ORIGIN);
  }

  private static void look(Page page, String name) {
    for (var seen : Map.of(ColorScheme.LIGHT, 1280, ColorScheme.DARK, 320).entrySet()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(seen.getKey()));
      page.setViewportSize(seen.getValue(), 800);
      var file = name + "-" + seen.getKey().name().toLowerCase() + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots", file)));
      assertThat(
              new AxeBuilder(page).withTags(ConsoleAccessibilityIT.WCAG).analyze().getViolations())
          .as("%s, %s", page.url(), seen)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("what %s is too wide at %s", page.url(), seen)
          .isEqualTo(0);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 800);
  }

  private static String at(String path) {
    return PRODUCT.at(path).toString();
  }
}
