package org.svarbar.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/** The panel in the ticket's page of a real Request Tracker, for a mail that came there. */
@ArquillianTest
@RunAsClient
class PanelRequestTrackerIT {

  private static final Product PRODUCT = Product.underTest();
  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(60));

  private ConnectionForTests connection;
  private RealRequestTracker tracker;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void stopTracker() {
    if (tracker != null) {
      tracker.close();
    }
  }

  @Test
  void showsTheTicketsPanelAndPutsAReplyIntoItsEditor() {
    connect();
    var mail = DemoKnowledge.mail("sv-3");
    tracker.sendMail(mail.from(), mail.subject(), mail.body());
    var ticket = tracker.ticket(mail.subject());
    IN_TIME.see("a note", () -> tracker.comments(ticket), comments -> !comments.isEmpty());

    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv").setViewportSize(1400, 1000));
      logIn(page, ticket);
      var panel = panel(page);
      var first = suggestion(panel, mail.expectedTitle());
      first.scrollIntoViewIfNeeded();
      show(page, "panel-rt-ticket");

      first.getByRole(AriaRole.BUTTON, in("Rätt")).click();
      first.getByRole(AriaRole.BUTTON, in("Rätt").setPressed(true)).waitFor();
      assertThat(known()).isEqualTo(Map.of("judged", 1, "right", 1));

      first.getByRole(AriaRole.BUTTON, in("Infoga som svar")).click();
      var text = first.getByLabel("Svaret, som du kan ändra");
      var draft = text.inputValue();
      assertThat(draft).startsWith("Hej Gun-Britt");
      text.fill(draft + "PS: <b>åäö</b>");
      first.getByRole(AriaRole.BUTTON, in("Infoga").setExact(true)).click();

      page.waitForURL("**/Ticket/Update.html*");
      var editor = "CKEDITOR.instances.UpdateContent";
      page.waitForCondition(
          () ->
              Boolean.TRUE.equals(page.evaluate(editor + "?.getData().includes('PS:') ?? false")));
      var html = page.evaluate(editor + ".getData()").toString();
      assertThat(html).startsWith("<p>Hej Gun-Britt").contains("PS: &lt;b&gt;");
      show(page, "panel-rt-reply");

      // beside the reply the panel puts into the editor at once
      var beside = suggestion(panel(page), mail.expectedTitle());
      beside.getByRole(AriaRole.BUTTON, in("Infoga länk")).click();
      page.waitForCondition(
          () ->
              Boolean.TRUE.equals(
                  page.evaluate(editor + ".getData().includes('https://nordlys.example/sv/')")));

      page.locator("input[name=SubmitTicket]").first().click();
      page.waitForURL("**/Ticket/Display.html*");
      page.getByText("PS: <b>åäö</b>").first().waitFor();
    }
  }

  private void connect() {
    DemoKnowledge.known();
    connection =
        ConnectionForTests.of(PRODUCT, "request-tracker", "http://127.0.0.1:1", "svarbar", "none");
    tracker =
        RealRequestTracker.start(
            PRODUCT.at("webhooks/" + connection.id()), "--secret", connection.secret());
    connection.movedTo(tracker.base().toString(), tracker.account(), tracker.token());
  }

  private void logIn(Page page, String ticket) {
    page.navigate(tracker.base() + "/Ticket/Display.html?id=" + ticket);
    page.locator("input[name=user]").fill("agent");
    page.locator("input[name=pass]").fill(tracker.setting("RT_AGENT_PASSWORD"));
    page.keyboard().press("Enter");
    page.waitForURL("**/Ticket/Display.html*");
  }

  private static Frame panel(Page page) {
    page.waitForCondition(
        () -> page.frames().stream().anyMatch(frame -> frame.url().contains("/panel/")));
    return page.frames().stream()
        .filter(frame -> frame.url().contains("/panel/"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Integer> known() {
    var known = PRODUCT.get("api/triage/outcomes/" + connection.id()).json().asJsonObject();
    return Map.of("judged", known.getInt("judged"), "right", known.getInt("right"));
  }

  private static Locator suggestion(Frame panel, String title) {
    var found = panel.getByRole(AriaRole.ARTICLE, new Frame.GetByRoleOptions().setName(title));
    found.first().waitFor();
    return found.first();
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static void show(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }
}
