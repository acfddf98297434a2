package org.svarbar.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

/** What an administrator does, in a real browser, by what can be read on the page. */
@ArquillianTest
@RunAsClient
class ConsoleIT {

  private final String mark = "x" + UUID.randomUUID().toString().substring(0, 6);

  private Chromium chromium;
  private GenericHelpdesk helpdesk;
  private Page page;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void logIn() {
    chromium = Chromium.start();
    helpdesk = GenericHelpdesk.start();
    page = chromium.open(new NewContextOptions().setLocale("en-GB"));
    Chromium.logIn(page, Product.underTest().at("console"));
  }

  @AfterEach
  void close() {
    helpdesk.close();
    chromium.close();
  }

  @Test
  void connectsAHelpdeskAndTestsBothDirections() {
    link("Connections").click();
    button("New connection", AriaRole.LINK).click();
    page.getByLabel("Helpdesk").selectOption("generic");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Desk " + mark);
    page.getByLabel("Short name").fill(mark);
    page.getByLabel("Base address").fill("https://not-allowed.example");
    page.getByLabel("Base address").press("Enter");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not allowed calls to this host");
    assertThat(page.getByLabel("Base address")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByLabel("Short name")).hasValue(mark);

    page.getByLabel("Base address").fill(helpdesk.base());
    page.getByLabel("Access token").fill("token-of-the-tests");
    button("Create connection").click();

    assertThat(heading("Desk " + mark)).isVisible();
    var secret = page.getByLabel("Webhook secret", exactLabel()).inputValue();
    assertThat(secret).startsWith("whsec_");
    assertThat(page.getByLabel("Webhook address", exactLabel()))
        .hasValue(Product.underTest().at("webhooks/" + mark).toString());

    button("Test").click();
    assertThat(page.getByText("It works. The helpdesk knows Svarbar as svarbar")).isVisible();

    var event = helpdesk.open("1", "Hello", "Where is my parcel?");
    var answer = known(mark, secret).deliver(mark, event);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(page.getByText("A delivery has come in. This direction works.")).isVisible();

    page.reload();
    assertThat(page.getByText("It is shown only once.")).isVisible();
    assertThat(page.content()).doesNotContain(secret);
    assertThat(chromium.complaints()).isEmpty();
  }

  /** Whether a step is open depends on what other tests did; hidden or not, it can be asked for. */
  @Test
  void putsTheGuideAwayAndBringsItBack() {
    page.navigate(at("console"));
    var guide = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Get going"));
    if (!guide.isVisible()) {
      button("Show the guide").click();
    }
    assertThat(guide.getByRole(AriaRole.LINK)).hasCount(6);
    assertThat(guide.getByText("Connect your helpdesk")).isVisible();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/guide.png")));

    button("Put the guide away").click();
    assertThat(guide).not().isVisible();
    page.reload();
    assertThat(guide).not().isVisible();
    button("Show the guide").click();

    assertThat(guide).isVisible();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void showsWhatTheOperatorHasSetAndNoSecret() {
    link("Settings").click();

    var key =
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("svarbar.secret-key"));
    assertThat(key.getByRole(AriaRole.CELL).first()).containsText("set");
    var workers =
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("svarbar.outbox.workers"));
    assertThat(workers).containsText("whole number, 1 to 64");
    assertThat(page.getByRole(AriaRole.ROWHEADER))
        .hasCount(org.svarbar.platform.Settings.all().size());
    var secret = System.getenv("SVARBAR_SECRET_KEY");
    if (secret != null) {
      org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain(secret);
    }
    org.assertj.core.api.Assertions.assertThat(page.content())
        .doesNotContain(Product.ADMIN_PASSWORD);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/settings.png")));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void worksAgainOnTheDeliveriesOfAPeriod() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    for (var ticket : List.of("1", "2", "3")) {
      connection.deliver(mark + ticket, helpdesk.open(ticket, "Hello", "Where is my parcel?"));
    }
    worked(connection, 3);
    var asked = new ArrayList<String>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.message());
          dialog.accept();
        });
    var today = java.time.LocalDate.now();
    page.navigate(at("console/deliveries"));
    page.getByLabel("Connection").selectOption(connection.id());
    page.getByLabel("From").fill(today.plusDays(1).toString());
    button("Show").click();
    assertThat(page.getByRole(AriaRole.TABLE)).not().isVisible();

    page.getByLabel("From").fill(today.minusDays(1).toString());
    page.getByLabel("Until").fill(today.plusDays(1).toString());
    button("Show").click();
    assertThat(button("Replay all 3")).isVisible();
    connection.deliver(mark + "4", helpdesk.open("4", "Hello", "Where is my parcel?"));
    worked(connection, 4);
    button("Replay all 3").click();
    assertThat(page.getByText("They were no longer as many")).isVisible();
    button("Replay all 4").click();

    assertThat(page.getByText("Svarbar is working on them again now.")).isVisible();
    assertThat(asked.getLast()).contains("Work again on 4 deliveries?");
    worked(connection, 4);
    assertThat(helpdesk.notes("1").size()).isLessThanOrEqualTo(1);
    page.navigate(at("console/audit?what=deliveries/replay"));
    assertThat(page.getByText("console/deliveries/replay/4/" + connection.id()).first())
        .isVisible();
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void worked(ConnectionForTests connection, int count) {
    Eventually.soon()
        .see(
            "deliveries are worked on",
            () ->
                Product.underTest()
                    .get("api/deliveries?state=done&connection=" + connection.id())
                    .json()
                    .asJsonObject()
                    .getInt("count"),
            it -> it == count);
  }

  @Test
  void givesASecondSecretAndEndsTheFirst() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    page.onDialog(dialog -> dialog.accept());
    page.navigate(at("console/connections/" + connection.id()));

    button("Make a new secret").click();
    var second = page.getByLabel("Webhook secret", exactLabel()).inputValue();
    assertThat(connection.deliver("1", "{}").status()).isEqualTo(200);
    button("Stop accepting the former one").click();

    assertThat(page.getByText("Now only the newest secret is valid.")).isVisible();
    Eventually.soon()
        .see(
            "the former secret is refused",
            () -> connection.deliver(UUID.randomUUID().toString(), "{}").status(),
            status -> status == 401);
    assertThat(known(connection.id(), second).deliver("2", "{}").status()).isEqualTo(200);
    assertThat(page.content()).doesNotContain(connection.secret());
  }

  @Test
  void importsKnowledgeTriesATicketAndEditsAnEntry() {
    link("Knowledge").click();
    button("Import entries", AriaRole.LINK).click();
    page.getByLabel("File").setInputFiles(csv());
    page.getByLabel("Name of the source").fill("console-" + mark);
    button("Import").click();
    var report = page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions());
    assertThat(report.first()).containsText("Refused");
    assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText("3");

    button("Show the knowledge", AriaRole.LINK).click();
    page.getByLabel("Search questions and answers").fill("aquarium " + mark);
    link("How do I change the water filter of my aquarium " + mark).click();
    button("Edit", AriaRole.LINK).click();
    page.getByLabel("Answer", exactLabel())
        .fill("Switch the pump off, then take the **cartridge** out.");
    assertThat(page.locator("#preview strong").filter(hasText("cartridge"))).isVisible();
    button("Save").click();
    assertThat(page.getByText("The change is saved.")).isVisible();

    link("Try a ticket").click();
    page.getByLabel("Subject").fill("Water filter");
    page.getByLabel("Message")
        .fill("Hello, how do I change the water filter of my aquarium " + mark + "? Thank you.");
    Eventually.soon()
        .see(
            "the entry is suggested",
            () -> {
              button("Show suggestions").click();
              page.waitForCondition(() -> !page.locator("#result h2").all().isEmpty());
              return page.locator("#result").innerText();
            },
            text -> text.contains("cartridge") && text.contains("Coverage of the question"));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void replaysADeadLetter() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    assertThat(connection.deliver(mark, "not JSON").status()).isEqualTo(200);
    var list = at("console/dead-letters?connection=" + connection.id());
    Eventually.soon()
        .see(
            "the delivery is given up",
            () -> {
              page.navigate(list);
              return page.getByRole(AriaRole.ROWHEADER).count();
            },
            rows -> rows == 1);

    page.getByRole(AriaRole.ROW)
        .last()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions())
        .click();

    assertThat(page.getByText("Svarbar is trying again now.")).isVisible();
    page.navigate(at("console/deliveries?connection=" + connection.id()));
    page.getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.LINK).click();
    assertThat(page.getByText("Last error:")).isVisible();
    assertThat(page.content()).doesNotContain("not JSON");
  }

  @Test
  void worksWithoutJavaScript() {
    var plain =
        chromium.open(new NewContextOptions().setLocale("sv-SE").setJavaScriptEnabled(false));
    Chromium.logIn(plain, Product.underTest().at("console/try"));

    plain.getByLabel("Meddelande").fill("Hej! Var är mitt paket?");
    plain.getByRole(AriaRole.BUTTON, named("Visa förslag")).click();

    assertThat(plain.getByText("Det här ser handläggaren")).isVisible();
    assertThat(plain.getByLabel("Meddelande")).hasValue("Hej! Var är mitt paket?");
  }

  @Test
  void keepsTheChosenLanguage() {
    page.locator("summary").first().click();
    page.getByRole(AriaRole.BUTTON, named("Suomi")).click();

    assertThat(heading("Yleiskuva")).isVisible();
    link("Tietopankki").click();
    assertThat(page.locator("html")).hasAttribute("lang", "fi");
  }

  @Test
  void saysInAPageThatAnotherSiteMayNotChangeAnything() {
    var headers =
        Map.of(
            "Sec-Fetch-Site", "cross-site",
            "Accept-Language", "sv",
            "Content-Type", "application/x-www-form-urlencoded");

    var answer =
        Product.underTest()
            .send("POST", "console/try", headers, BodyPublishers.ofString("text=Hej"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.body()).contains("Du har inte behörighet");
  }

  @Test
  void saysWhatToDoWhenAPageIsMissing() {
    page.navigate(at("console/connections/no-such-connection"));

    assertThat(heading("There is no such page")).isVisible();
    link("To the overview").click();
    assertThat(heading("Overview")).isVisible();
  }

  private static ConnectionForTests known(String id, String secret) {
    return new ConnectionForTests(Product.underTest(), id, "generic", secret);
  }

  /** Two entries, the second without saying who may read it. */
  private FilePayload csv() {
    var text =
        "key;language;visibility;question;answer\n"
            + mark
            + ";en;public;How do I change the water filter of my aquarium "
            + mark
            + "?;Take it out.\n"
            + mark
            + "-2;en;;Who may read this?;Nobody knows.\n";
    return new FilePayload("faq.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, named(name)).first();
  }

  private Locator button(String name) {
    return button(name, AriaRole.BUTTON);
  }

  private Locator button(String name, AriaRole role) {
    return page.getByRole(role, named(name).setExact(true));
  }

  private Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exactLabel() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String at(String path) {
    return Product.underTest().at(path).toString();
  }
}
