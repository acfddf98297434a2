package org.svarbar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** What administrators see of a replay, and how they judge by keyboard. */
@ArquillianTest
@RunAsClient
class ReplayConsoleIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void showsAReplayAndTakesJudgementsByOneKeyEach() throws IOException {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:1").id();
    var mails = PastMail.some(80, 7, LAST_YEAR);
    var replay =
        ReplayForTests.ofFile(connection, PastMail.file(mails), false)
            .finished(Duration.ofMinutes(2));
    var undecided = replay.count("undecided");
    assertThat(undecided).isGreaterThan(3);
    var here = Product.underTest().at("console/replays/" + replay.id()).toString();

    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      Chromium.logIn(page, Product.underTest().at("console"));
      page.navigate(here);
      look(page, "replay");
      page.navigate(here + "/judge");
      look(page, "judge");

      press(page, "1");
      press(page, "2");
      press(page, "3");
      press(page, "0");
      assertThat(page.url()).contains("case=");
      press(page, "1");

      assertThat(replay.count("undecided")).isEqualTo(undecided - 3);
      assertThat(replay.report().getInt("judgedByPeople")).isEqualTo(3);
      page.navigate(Product.underTest().at("console/replays").toString());
      look(page, "replays");
      assertThat(chromium.complaints()).isEmpty();
    }
    try (var chromium = Chromium.start()) {
      var dark = new NewContextOptions().setLocale("fi").setColorScheme(ColorScheme.DARK);
      var page = chromium.open(dark);
      Chromium.logIn(page, Product.underTest().at("console"));
      page.navigate(here);
      look(page, "replay-dark");
      page.navigate(here + "/judge");
      look(page, "judge-dark");
    }
    assertThat(Product.underTest().delete(replay.at("")).status()).isEqualTo(204);
  }

  @Test
  void takesAFileAndSaysWhatIsWrongWithIt() {
    DemoKnowledge.known();
    var connection = ConnectionForTests.generic("http://127.0.0.1:1").id();
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("en-GB"));
      Chromium.logIn(page, Product.underTest().at("console"));
      page.navigate(Product.underTest().at("console/replays").toString());

      upload(page, connection, "", "Choose a file.");
      var tooLarge = "x".repeat(TicketFile.LARGEST + 1);
      upload(page, connection, tooLarge, "The file is larger than 10 MB.");
      var wrong = "{\"id\":\"1\",\"question\":\"a\",\"askedAt\":\"yesterday\"}";
      upload(page, connection, wrong, "Ticket 1: askedAt is not a time such as");
      assertThat(page.locator("#file-connection").inputValue()).isEqualTo(connection);
      look(page, "file-wrong");

      var right = PastMail.file(PastMail.some(5, 7, LAST_YEAR));
      upload(page, connection, right, "The replay has begun");
      page.waitForURL("**/console/replays/*?done=replay-begun");
      assertThat(page.locator("main").innerText()).contains("at most 5");
      assertThat(chromium.complaints()).isEmpty();
      var id = Long.parseLong(page.url().replaceAll(".*/replays/([0-9]+).*", "$1"));
      var replay = new ReplayForTests(Product.underTest(), id).finished(Duration.ofMinutes(2));
      assertThat(replay.cases()).isEqualTo(5);
      assertThat(Product.underTest().delete(replay.at("")).status()).isEqualTo(204);
    }
  }

  /** By keyboard, but for the file, which the system's own dialogue would give. */
  private static void upload(Page page, String connection, String content, String said) {
    page.locator("#file-connection").selectOption(connection);
    if (!content.isEmpty()) {
      var bytes = content.getBytes(StandardCharsets.UTF_8);
      page.locator("#file").setInputFiles(new FilePayload("tickets.json", "text/plain", bytes));
    }
    page.locator("form[action$='replays/file'] button").focus();
    page.keyboard().press("Enter");
    page.getByText(said).first().waitFor();
  }

  private static void press(Page page, String key) {
    var before = page.url();
    page.keyboard().press(key);
    page.waitForURL(url -> !url.equals(before));
  }

  private static void look(Page page, String name) {
    for (var width : List.of(1280, 320)) {
      page.setViewportSize(width, 800);
      var file = "replay-%s-%d.png".formatted(name, width).toLowerCase(Locale.ROOT);
      var picture = new Page.ScreenshotOptions().setFullPage(true);
      page.screenshot(picture.setPath(Path.of("target/screenshots", file)));
      assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
          .as("%s at %d pixels", page.url(), width)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("what %s is too wide at %d pixels", page.url(), width)
          .isEqualTo(0);
    }
    page.setViewportSize(1280, 800);
  }
}
