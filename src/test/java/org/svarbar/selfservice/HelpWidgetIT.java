package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.HostPage;
import org.svarbar.testing.Product;

/** A customer's browser on the organisation's own page, and on the help page. */
@ArquillianTest
@RunAsClient
class HelpWidgetIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void knowTheDemo() {
    DemoKnowledge.known();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "fi", "en"})
  void letsACustomerSearchReadVoteAndReachSomebodyByKeyboardAlone(String language) {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.open(host.origin());
      var page = chromium.open(new NewContextOptions().setLocale(language));
      var elsewhere = new ArrayList<String>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(host.origin())
                && !request.url().startsWith(Product.underTest().at("").toString())) {
              elsewhere.add(request.url());
            }
          });
      var title = DemoKnowledge.title(language, "invoice-copy");
      page.navigate(host.shows(site, language, "light").toString());

      page.locator("#q").waitFor();
      page.keyboard().press("Tab");
      page.keyboard().type(title);
      page.locator(".hit b").getByText(title).first().waitFor();
      tabTo(page, ".hit");
      page.keyboard().press("Enter");
      page.locator("h2").getByText(title).waitFor();
      page.waitForTimeout(1600);
      tabTo(page, "[aria-labelledby=helped] button + button");
      page.keyboard().press("Enter");
      page.locator("#more").waitFor();
      tabTo(page, "p.quiet button");
      page.keyboard().press("Enter");
      var reference = page.locator(".code").first().innerText();
      var mail = page.locator("a.way").first().getAttribute("href");
      var form = page.locator("a.way").nth(1).getAttribute("href");

      assertThat(reference).matches("SB(-[A-Z0-9]{4}){3}");
      assertThat(mail).startsWith("mailto:kundservice@rt.example").contains(reference);
      assertThat(form).endsWith("?svarbar_reference=" + reference);
      var events =
          Eventually.soon()
              .see(
                  "the session is complete",
                  () -> Product.underTest().get("api/help-sessions/" + reference),
                  it -> it.status() == 200 && it.body().contains("\"contact\""))
              .json()
              .asJsonObject()
              .getJsonArray("events")
              .getValuesAs(JsonObject.class);
      assertThat(events)
          .extracting(it -> it.getString("kind"))
          .contains("search", "opened", "read", "vote", "contact");
      assertThat(one(events, "search").getString("text")).isEqualTo(title);
      assertThat(one(events, "vote").getBoolean("helpful")).isFalse();
      assertThat(one(events, "read").getInt("seconds")).isBetween(1, 60);
      assertThat(page.context().cookies()).isEmpty();
      assertThat(elsewhere).as("requests to third parties").isEmpty();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void sendsNothingOfACustomerBeforeTheyAgree() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.of(host.origin(), HelpSiteForTests.form(host.origin()));
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      var sent = new ArrayList<String>();
      page.onRequest(request -> sent.add(request.url().replaceAll(".*/", "")));
      page.navigate(host.shows(site, "en", "light").toString());
      page.locator("#q").fill("copy of an invoice");
      page.locator("form[role=search] button").click();
      page.locator(".hit").first().click();
      page.locator("h2").waitFor();

      page.locator(".consent").waitFor();
      page.waitForTimeout(900);
      assertThat(sent).doesNotContain("sessions", "events");
      assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);

      page.waitForRequest(
          "**/events", () -> page.getByRole(AriaRole.BUTTON, named("Yes, keep it")).click());
      assertThat(sent).contains("sessions");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void showsSomeCustomersNoAnswersWhereThatIsCompared() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site =
          HelpSiteForTests.of(
              host.origin(),
              HelpSiteForTests.form(host.origin())
                  .add("consentRequired", false)
                  .add("holdOutPercent", 50));
      var address = host.shows(site, "en", "light").toString();
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      page.navigate(address);
      var seen = new TreeSet<String>();
      for (var i = 0; i < 20 && seen.size() < 2; i++) {
        page.evaluate("sessionStorage.clear()");
        page.reload();
        page.locator("#q").fill("copy of an invoice");
        page.locator("form[role=search] button").click();
        page.locator(".hit, .status:text('A person helps you')").first().waitFor();
        seen.add(page.locator(".hit").count() == 0 ? "held" : "shown");
        page.locator("form[role=search] button").click();
        page.locator(".hit, .status:text('A person helps you')").first().waitFor();
        assertThat(seen).contains(page.locator(".hit").count() == 0 ? "held" : "shown");
        assertThat(page.locator("p.quiet button").isVisible()).isTrue();
      }
      assertThat(seen).containsExactly("held", "shown");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void forgetsACustomerWhoDoesNotAgree() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.of(host.origin(), HelpSiteForTests.form(host.origin()));
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      var sent = new ArrayList<String>();
      page.onRequest(request -> sent.add(request.url().replaceAll(".*/", "")));
      page.navigate(host.shows(site, "en", "light").toString());
      page.locator("#q").fill("copy of an invoice");
      page.locator("form[role=search] button").click();
      page.locator(".hit").first().waitFor();

      page.locator(".consent button").nth(1).click();
      page.locator(".hit").first().click();
      page.locator("h2").waitFor();
      page.locator("p.quiet button").click();
      page.locator("a.way").first().waitFor();

      assertThat(page.locator(".code").count()).isZero();
      assertThat(page.locator("a.way").first().getAttribute("href")).doesNotContain("SB-");
      assertThat(sent).doesNotContain("sessions", "events");
    }
  }

  /** Others write the page: its styles reach in, and its scripts change what all scripts have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style>body * { all: unset !important; color: inherit !important }</style>",
        "<style>*, ::before, ::after { margin: 0 !important; padding: 0 !important; border: 0"
            + " !important; font: inherit !important; position: static !important }</style>",
        "<script>for (const each of [Object, Array, Function, String, Number, Map, Set, Promise,"
            + " RegExp, URL, Node, Element, HTMLElement, EventTarget, Event, Headers, Response])"
            + " { Object.freeze(each.prototype); Object.freeze(each); }</script>",
        "<script>Object.prototype.more = 1; Array.prototype.each = () => {};"
            + " window.name = 'x'; window.status = 'x'; window.customer = window.$ = 1;</script>",
        "<base href='https://elsewhere.example/'><script>window.sessionStorage.getItem ="
            + " () => '{\"session\":'</script>"
      })
  void worksInPagesThatWereWrittenWithoutIt(String head) {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var form = HelpSiteForTests.form(host.origin()).add("consentRequired", false);
      var site = HelpSiteForTests.of(host.origin(), form);
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      page.navigate(host.showsAmong(site, head).toString());
      page.locator("#q").fill("copy of an invoice");
      page.locator("form[role=search] button").click();
      page.locator(".hit").first().click();
      page.locator("h2").waitFor();
      page.locator("[aria-labelledby=helped] button").first().click();
      page.getByText("Thank you").waitFor();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots", "among-" + head.length() + ".png")));

      assertThat(page.locator("h1").innerText()).isEqualTo("Nordlys");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void staysAwayWhereThePageHasNoFetch() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.open(host.origin());
      var page = chromium.open(new NewContextOptions());
      page.navigate(host.showsAmong(site, "<script>delete window.fetch</script>").toString());

      page.waitForCondition(() -> page.locator("svarbar-help[hidden]").count() == 1);
      assertThat(page.locator("h1").innerText()).isEqualTo("Nordlys");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  /** What changes in it is read aloud to those who do not see it. */
  @Test
  void saysLittleWhileSomebodyTypesSlowly() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.open(host.origin());
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      page.navigate(host.shows(site, "en", "light").toString());
      page.locator("#q").waitFor();
      page.evaluate(
          """
          () => {
            window.said = [];
            const status = document.querySelector("svarbar-help").shadowRoot.querySelector("[role=status]");
            new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
          }
          """);
      var text = "copy of an invoice";
      page.locator("#q").pressSequentially(text, slowly());
      page.locator(".hit").first().waitFor();
      var said = (List<?>) page.evaluate("said");

      assertThat(said).hasSizeBetween(1, text.length() / 2);
      page.keyboard().press("Enter");
      page.waitForCondition(() -> ((List<?>) page.evaluate("said")).size() > said.size());
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static Locator.PressSequentiallyOptions slowly() {
    return new Locator.PressSequentiallyOptions().setDelay(350);
  }

  @Test
  void isSeenInColoursThatTheReaderForces() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.of(host.origin(), HelpSiteForTests.form(host.origin()));
      var page = chromium.open(forced().setLocale("en"));
      page.navigate(host.shows(site, "en", "light").toString());
      page.locator("#q").fill("copy of an invoice");
      page.locator("form[role=search] button").click();
      page.locator(".hit").first().waitFor();
      areSeen(page, "widget-found", "document.querySelector('svarbar-help').shadowRoot");
      page.locator(".hit").first().click();
      page.locator("h2").waitFor();
      areSeen(page, "widget-answer", "document.querySelector('svarbar-help').shadowRoot");

      page.navigate(Product.underTest().at("help/" + site.id()).toString());
      page.locator("#q").fill("copy of an invoice");
      page.keyboard().press("Enter");
      page.locator(".hits button").first().waitFor();
      areSeen(page, "page-found", "document");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static NewContextOptions forced() {
    return new NewContextOptions().setForcedColors(ForcedColors.ACTIVE);
  }

  private static void areSeen(Page page, String name, String root) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + "-forced.png")));
    assertThat(Chromium.borderless(page, root)).as(name).isEmpty();
  }

  @Test
  void staysAwayWhereItsSiteIsUnknown() {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var forged = new HelpSiteForTests("x", "site_forged", host.origin());
      var page = chromium.open(new NewContextOptions());

      page.navigate(host.shows(forged, "en", "light").toString());

      Eventually.soon()
          .see(
              "it is hidden",
              () -> page.locator("svarbar-help").getAttribute("hidden"),
              it -> it != null);
    }
  }

  @ParameterizedTest
  @CsvSource({"sv, LIGHT", "fi, DARK"})
  void isAccessibleInEveryState(String language, ColorScheme scheme) {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = HelpSiteForTests.of(host.origin(), HelpSiteForTests.form(host.origin()));
      var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
      // axe itself evaluates text; the other tests keep to the policy
      var page = chromium.open(who.setBypassCSP(true));
      page.navigate(host.shows(site, language, "light dark").toString());
      page.locator("#q").waitFor();
      look(page, "widget-empty", language, scheme);
      page.locator("#q").fill(DemoKnowledge.title(language, "invoice-copy"));
      page.locator("form[role=search] button").click();
      page.locator(".hit").first().waitFor();
      page.locator(".consent").waitFor();
      look(page, "widget-found", language, scheme);
      page.locator(".consent button").first().click();
      page.locator(".hit").first().click();
      page.locator("h2").waitFor();
      look(page, "widget-answer", language, scheme);
      page.locator("[aria-labelledby=helped] button").nth(1).click();
      page.locator("#more").waitFor();
      look(page, "widget-voted", language, scheme);
      page.locator("p.quiet button").click();
      page.locator(".code").first().waitFor();
      look(page, "widget-contact", language, scheme);
      page.locator("#q").fill("qqqq zzzz");
      page.locator("form[role=search] button").click();
      page.locator(".hits:empty").waitFor(attached());
      look(page, "widget-none", language, scheme);
    }
  }

  @ParameterizedTest
  @CsvSource({"sv, LIGHT", "fi, DARK", "en, LIGHT"})
  void worksWithoutJavaScript(String language, ColorScheme scheme) {
    try (var chromium = Chromium.start()) {
      var site =
          HelpSiteForTests.of("https://a.example", HelpSiteForTests.form("https://a.example"));
      var title = DemoKnowledge.title(language, "invoice-copy");
      var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
      var page = chromium.open(who.setJavaScriptEnabled(false));
      page.navigate(Product.underTest().at("help/" + site.id()).toString());
      page.locator("#q").fill(title);
      page.locator("#keep").check();
      page.keyboard().press("Enter");
      page.locator(".hits button").first().click();
      page.locator("button[name=vote][value=no]").click();
      page.locator("button[name=contact]").click();

      var reference = page.locator(".code").first().innerText();
      var events =
          Product.underTest()
              .get("api/help-sessions/" + reference)
              .json()
              .asJsonObject()
              .getJsonArray("events")
              .getValuesAs(JsonObject.class);
      assertThat(events)
          .extracting(it -> it.getString("kind"))
          .containsExactly("search", "opened", "vote", "contact");
      assertThat(page.url()).doesNotContain("?");
      assertThat(page.context().cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"sv, LIGHT", "fi, DARK", "en, LIGHT"})
  void hasAnAccessibleHelpPage(String language, ColorScheme scheme) {
    try (var chromium = Chromium.start()) {
      var site =
          HelpSiteForTests.of("https://a.example", HelpSiteForTests.form("https://a.example"));
      var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
      var page = chromium.open(who);
      page.navigate(Product.underTest().at("help/" + site.id()).toString());
      look(page, "page-empty", language, scheme);
      page.locator("#q").fill(DemoKnowledge.title(language, "invoice-copy"));
      page.locator("#keep").check();
      page.keyboard().press("Enter");
      page.locator(".hits button").first().waitFor();
      look(page, "page-found", language, scheme);
      page.locator(".hits button").first().click();
      page.locator("button[name=vote]").first().waitFor();
      look(page, "page-answer", language, scheme);
      page.locator("button[name=contact]").click();
      page.locator(".code").first().waitFor();
      look(page, "page-contact", language, scheme);
      page.navigate(Product.underTest().at("help/no-such-site").toString());
      look(page, "page-missing", language, scheme);

      assertThat(chromium.complaints()).isEmpty();
    }
  }

  /** Wide, narrow, and as a window of 1280 pixels at 200 % zoom. */
  private static void look(Page page, String name, String language, ColorScheme scheme) {
    for (var width : List.of(1280, 640, 320)) {
      page.setViewportSize(width, 800);
      var file = name + "-" + language + "-" + scheme + "-" + width + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots", file.toLowerCase(Locale.ROOT))));
      var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
      assertThat(found)
          .as("%s at %d pixels in %s, %s", name, width, language, scheme)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("what %s is too wide at %d pixels in %s", name, width, language)
          .isEqualTo(0);
    }
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** Presses Tab until this has the focus. */
  private static void tabTo(Page page, String selector) {
    for (var i = 0; i < 30; i++) {
      var script =
          "s => document.querySelector('svarbar-help').shadowRoot.activeElement?.matches(s) ??"
              + " false";
      if (Boolean.TRUE.equals(page.evaluate(script, selector))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no way by keyboard to " + selector);
  }

  private static JsonObject one(List<JsonObject> events, String kind) {
    return events.stream()
        .filter(it -> it.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
