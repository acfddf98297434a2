package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.HostPage;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** Customers write where they searched, and a ticket is opened for them. */
@ArquillianTest
@RunAsClient
class HelpContactIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ORIGIN = "https://www.nordlys.example";
  private static final String EMAIL = "anna@kund.example";
  private static final String TITLE = "Vad kunden gjorde innan hen skrev";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
  }

  @AfterEach
  void disconnect() {
    helpdesk.close();
  }

  @Test
  void opensTheCustomersTicketOnceAndBringsTheSession() {
    var site = site(false);
    var session = site.session();
    var title = DemoKnowledge.title("sv", "invoice-copy");
    session.says("{\"kind\":\"question\",\"text\":\"" + title + "\"}");
    var form = form("one-and-the-same", EMAIL, title + "\nJag hittar den inte.");

    var answer = send(site, session, form);
    var again = send(site, session, form);

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(answer.json().asJsonObject().getString("ticket")).isEqualTo("No-1");
    assertThat(answer.json().asJsonObject().getString("reference")).isEqualTo(session.reference());
    assertThat(again.body()).isEqualTo(answer.body());
    var facts = helpdesk.facts("o-1");
    assertThat(facts.subList(0, 2)).containsExactly(EMAIL, "Kundservice");
    assertThat(facts.get(2)).isEqualTo(title + " [" + session.reference() + "]");
    assertThat(facts.get(3)).startsWith(title + "\nJag hittar den inte.");
    var handover =
        Eventually.soon()
            .see("the session", () -> notes("o-1", TITLE), found -> !found.isEmpty())
            .getFirst();
    assertThat(Jsoup.parse(handover).text()).contains("Säker koppling", "frågade: " + title);
    Eventually.soon().see("suggestions", () -> notes("o-1", "<em>"), found -> found.size() == 1);
    Eventually.soon().see("nothing is open", () -> count("actions", "open"), it -> it == 0);
    assertThat(count("deliveries", "done")).isEqualTo(1);
    assertThat(notes("o-1", TITLE)).hasSize(1);
    assertThat(helpdesk.openings()).isEqualTo(1);
  }

  @Test
  void opensOneTicketAlthoughTheHelpdesksAnswerIsLost() {
    var site = site(false);
    helpdesk.disturbOpenings(attempt -> attempt == 1 ? Disturbance.answerLost() : Disturbance.NONE);

    var answer = site.post("contact", form("lost-answer", EMAIL, "Var är min faktura?"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    Eventually.soon().see("the action", () -> count("actions", "done"), it -> it >= 1);
    assertThat(helpdesk.opened()).containsExactly("o-1");
    assertThat(helpdesk.openings()).isEqualTo(1);
    Eventually.soon().see("it is looked at", () -> count("deliveries", "done"), it -> it == 1);
  }

  @Test
  void saysWhatIsWrongAndOpensNothing() {
    var site = site(false);

    for (var wrong :
        List.of(
            "",
            "anna",
            "anna@",
            "a b@c.example",
            "<a@b.example>",
            "a@b.example\r\nBcc: c@d.example")) {
      var answer = site.post("contact", form("wrong-email", wrong, "Hej"));
      assertThat(answer.status()).as("%s: %s", wrong, answer).isEqualTo(400);
      assertThat(answer.json().asJsonObject().getString("detail")).startsWith("email:");
    }
    for (var wrong : List.of("", "  \n ", "x".repeat(4001))) {
      var answer = site.post("contact", form("wrong-text", EMAIL, wrong));
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().asJsonObject().getString("detail")).startsWith("text:");
    }
    var tooLong = site.post("contact", form("too-long-", EMAIL, "x".repeat(20_000)));
    assertThat(tooLong.status()).as("%s", tooLong).isEqualTo(413);
    assertThat(site.post("contact", "{}").status()).isEqualTo(400);
    var elsewhere = Map.of("X-Origin", "https://evil.example");
    assertThat(site.post("contact", form("elsewhere", EMAIL, "Hej"), elsewhere).status())
        .isEqualTo(403);
    assertThat(count("actions", "open") + count("actions", "done")).isZero();
  }

  @Test
  void opensOnlyAFewTicketsInAnHour() {
    var site = site(false);

    for (var i = 0; i < 10; i++) {
      var answer = site.post("contact", form("ticket-number-" + i, EMAIL, "Hej " + i));
      assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    }
    var refused = site.post("contact", form("one-too-many", EMAIL, "Hej"));

    assertThat(refused.status()).as("%s", refused).isEqualTo(429);
    assertThat(refused.header("Retry-After")).contains("360");
    Eventually.soon().see("all are done", () -> helpdesk.opened().size(), it -> it == 10);
  }

  @Test
  void tellsProgramsThatAllIsWellAndOpensNothing() {
    var site = site(false);
    var form = json("spam-spam", EMAIL, "Buy!").add("website", "https://spam.example");

    var answer = site.post("contact", form.build().toString());

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(count("actions", "open") + count("actions", "done")).isZero();
  }

  @Test
  void opensATicketWithoutASessionWhereNobodyAgreed() {
    var site = site(true);

    var answer = site.post("contact", form("no-consent", EMAIL, "Var är min faktura?"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(answer.json().asJsonObject()).doesNotContainKey("reference");
    assertThat(helpdesk.facts("o-1").get(2)).isEqualTo("Var är min faktura?");
    Eventually.soon().see("it is looked at", () -> count("deliveries", "done"), it -> it == 1);
    assertThat(notes("o-1", TITLE)).isEmpty();
  }

  @Test
  void opensTicketsOnlyWhereTheyCanBeOpened() {
    var closed = HelpSiteForTests.open(ORIGIN);
    assertThat(closed.post("contact", form("not-here", EMAIL, "Hej")).status()).isEqualTo(404);

    var listens = ConnectionForTests.of(PRODUCT, "generic", "", "svarbar", "");
    for (var form :
        List.of(
            HelpSiteForTests.form(ORIGIN).add("ticketGroup", "Kundservice"),
            HelpSiteForTests.form(ORIGIN)
                .add("ticketGroup", "Kundservice")
                .add("connection", "no-such-connection"),
            HelpSiteForTests.form(ORIGIN)
                .add("ticketGroup", "Kundservice")
                .add("connection", listens.id()))) {
      var answer = PRODUCT.put("api/sites/no-tickets", form.build().toString());
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().asJsonObject().getString("detail")).startsWith("ticketGroup:");
    }
  }

  @Test
  void forgetsWhatWaitsToBeOpenedWhenThePersonIsErased() {
    var site = site(false);
    helpdesk.disturbOpenings(attempt -> Disturbance.refused(Reply.status(503)));
    site.post("contact", form("to-be-erased", EMAIL, "Kanariefågel"));
    Eventually.soon().see("it was tried", helpdesk::openings, tries -> tries >= 1);

    var answer =
        PRODUCT.post("api/help-sessions/erase-person", "{\"email\":\"Anna@kund.example\"}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    helpdesk.disturbOpenings(attempt -> Disturbance.NONE);
    Eventually.soon().see("it is given up", () -> count("actions", "dead"), it -> it == 1);
    var dead =
        PRODUCT
            .get("api/actions?connection=" + connection.id())
            .json()
            .asJsonObject()
            .getJsonArray("items")
            .getJsonObject(0);
    PRODUCT.post("api/actions/" + dead.getInt("id") + "/replay", "");
    Eventually.soon().see("it is given up again", () -> count("actions", "dead"), it -> it == 1);
    assertThat(helpdesk.opened()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sv, LIGHT", "fi, DARK", "en, LIGHT"})
  void letsACustomerWriteInTheWidgetByKeyboardAlone(String language, ColorScheme scheme) {
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site = site(host.origin(), false);
      var who = new NewContextOptions().setLocale(language).setColorScheme(scheme);
      // axe itself evaluates text; HelpWidgetIT keeps to the policy
      var page = chromium.open(who.setBypassCSP(true));
      page.navigate(host.shows(site, language, "light dark").toString());
      page.locator("#q").fill(DemoKnowledge.title(language, "invoice-copy"));
      page.keyboard().press("Enter");
      page.locator(".hit").first().waitFor();
      press(page, button(page, language, "widget.contact"));
      var email = page.getByLabel(text(language, "widget.your-email"));
      var message = page.getByLabel(text(language, "widget.message"));
      email.focus();
      page.keyboard().type("anna");
      page.keyboard().press("Tab");
      page.keyboard().type("Var är min faktura?");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.ALERT).getByText(text(language, "widget.wrong-email")).waitFor();
      look(page, "widget-ticket-wrong", language, scheme);

      assertThat(message.inputValue()).isEqualTo("Var är min faktura?");
      page.keyboard().type("@kund.example");
      page.keyboard().press("Enter");
      page.getByText("No-1").waitFor();

      look(page, "widget-ticket-sent", language, scheme);
      assertThat(page.getByRole(AriaRole.STATUS).allInnerTexts())
          .anySatisfy(said -> assertThat(said).contains("anna@kund.example"));
      assertThat(helpdesk.facts("o-1").getFirst()).isEqualTo("anna@kund.example");
      assertThat(helpdesk.facts("o-1").get(2)).contains("[SB-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nb", "nn", "da", "fi", "en"})
  void letsACustomerWriteWithoutJavaScript(String language) {
    try (var chromium = Chromium.start()) {
      var site = site(true);
      var page =
          chromium.open(new NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
      page.navigate(PRODUCT.at("help/" + site.id()).toString() + "?language=" + language);
      button(page, language, "widget.contact").click();
      var email = page.getByLabel(text(language, "widget.your-email"));
      var message = page.getByLabel(text(language, "widget.message"));
      email.fill("anna");
      message.fill("Var är min faktura?\nOch när?");
      button(page, language, "widget.send").click();
      page.getByRole(AriaRole.ALERT).getByText(text(language, "widget.wrong-email")).waitFor();
      assertThat(message.inputValue()).isEqualTo("Var är min faktura?\nOch när?");
      assertThat(email.inputValue()).isEqualTo("anna");
      email.fill(EMAIL);
      button(page, language, "widget.send").click();
      page.getByText("No-1").waitFor();
      page.reload();
      page.getByText("No-1").waitFor();

      assertThat(helpdesk.opened()).containsExactly("o-1");
      assertThat(page.context().cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"fi, DARK", "en, LIGHT"})
  void hasAnAccessibleFormOnTheHelpPage(String language, ColorScheme scheme) {
    try (var chromium = Chromium.start()) {
      var site = site(true);
      var page = chromium.open(new NewContextOptions().setLocale(language).setColorScheme(scheme));
      page.navigate(PRODUCT.at("help/" + site.id()).toString());
      button(page, language, "widget.contact").click();
      button(page, language, "widget.send").click();
      page.getByRole(AriaRole.ALERT).waitFor();
      look(page, "page-ticket-wrong", language, scheme);
      page.getByLabel(text(language, "widget.your-email")).fill(EMAIL);
      page.getByLabel(text(language, "widget.message")).fill("Hej!");
      button(page, language, "widget.send").click();
      page.getByText("No-1").waitFor();
      look(page, "page-ticket-sent", language, scheme);

      assertThat(chromium.complaints()).allMatch(it -> it.contains("422"));
    }
  }

  private HelpSiteForTests site(boolean consent) {
    return site(ORIGIN, consent);
  }

  private HelpSiteForTests site(String origin, boolean consent) {
    return HelpSiteForTests.of(
        origin,
        HelpSiteForTests.form(origin)
            .add("consentRequired", consent)
            .add("connection", connection.id())
            .add("ticketGroup", "Kundservice"));
  }

  private static Answer send(HelpSiteForTests site, HelpSiteForTests.Session session, String form) {
    return site.post("contact", form, Map.of("Svarbar-Session", session.token()));
  }

  private static String form(String id, String email, String text) {
    return json(id, email, text).build().toString();
  }

  private static JsonObjectBuilder json(String id, String email, String text) {
    return Json.createObjectBuilder().add("id", id).add("email", email).add("text", text);
  }

  private List<String> notes(String ticket, String with) {
    return helpdesk.notes(ticket).stream().filter(note -> note.contains(with)).toList();
  }

  private int count(String what, String state) {
    var path = "api/" + what + "?connection=" + connection.id() + "&state=" + state;
    return PRODUCT.get(path).json().asJsonObject().getInt("count");
  }

  private static void press(Page page, Locator button) {
    button.focus();
    page.keyboard().press("Enter");
  }

  private static Locator button(Page page, String language, String key) {
    var named = new Page.GetByRoleOptions().setName(text(language, key)).setExact(true);
    return page.getByRole(AriaRole.BUTTON, named);
  }

  private static String text(String language, String key) {
    var texts = new Properties();
    try (var reader =
        java.nio.file.Files.newBufferedReader(
            Path.of(
                "src/main/resources/org/svarbar/selfservice/help_" + language + ".properties"))) {
      texts.load(reader);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts.getProperty(key);
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
    }
  }
}
