package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.HostPage;
import org.svarbar.testing.Product;
import org.svarbar.testing.RealRequestTracker;

/**
 * The whole way: a browser on the organisation's page, a mail to a real Request Tracker, the ticket
 * moved to another queue, and one note in it.
 */
@ArquillianTest
@RunAsClient
class HandoverRequestTrackerIT {

  private static final Product PRODUCT = Product.underTest();
  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(60));
  private static final String TITLE = "Vad kunden gjorde innan hen skrev";

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

  @ParameterizedTest
  @ValueSource(strings = {"sv", "fi", "en"})
  void bringsTheSessionIntoTheTicketThatIsMoved(String language) {
    connect();
    var isByPriority = language.equals("fi");
    PRODUCT.put(
        "api/handover-rules/" + connection.id(),
        "{\"occasions\":[\"" + (isByPriority ? "raised" : "moved") + "\"]}");
    var title = DemoKnowledge.title(language, "invoice-copy");
    var subject = "";
    try (var chromium = Chromium.start();
        var host = HostPage.start()) {
      var site =
          HelpSiteForTests.of(
              host.origin(),
              HelpSiteForTests.form(host.origin())
                  .add("consentRequired", false)
                  .add("connection", connection.id()));
      var page = chromium.open(new NewContextOptions().setLocale(language));
      page.navigate(host.shows(site, language, "light").toString());
      subject = readsInVain(page, title);
    }

    tracker.sendMail("Anna Kund <anna@kund.example>", subject, title);
    var ticket = tracker.ticket(subject);
    var suggestions = note(ticket, "<p><em>");
    var movedAt = System.nanoTime();
    tracker.asAgent(
        "PUT",
        "ticket/" + ticket,
        isByPriority ? "{\"Priority\": \"80\"}" : "{\"Queue\": \"General\"}");
    var handover = note(ticket, TITLE);
    var seen = System.nanoTime();
    tracker.asAgent("PUT", "ticket/" + ticket, "{\"Owner\": \"agent\"}");
    tracker.asAgent("PUT", "ticket/" + ticket, "{\"Queue\": \"" + tracker.queue() + "\"}");
    everythingIsDone();

    System.out.printf(
        "%s: from the change of queue or priority to the note %d ms, in Svarbar %d ms%n",
        language, (seen - movedAt) / 1_000_000, millisecondsInSvarbar());
    var text = Jsoup.parse(handover).text();
    assertThat(text).contains("sökte: " + title, "sa att det inte hjälpte: " + title);
    assertThat(text).containsPattern("läste i \\d+ s, hjälpte inte");
    assertThat(notes(ticket).stream().filter(it -> it.contains(TITLE))).hasSize(1);
    assertThat(filesWithNotes(ticket)).contains("svarbar-session.json");
    var suggested = Jsoup.parse(suggestions).select("li strong").eachText();
    assertThat(suggested.size() == 1 || !suggested.getFirst().equals(title))
        .as("the answer that was read is not first: %s", suggested)
        .isTrue();
    show(ticket, language);
  }

  @Test
  void bringsTheSessionOfACallByItsCode() {
    connect();
    var site =
        HelpSiteForTests.of(
            "https://a.example",
            HelpSiteForTests.form("https://a.example").add("consentRequired", false));
    var session = site.session();
    session.says("{\"kind\":\"question\",\"text\":\"Varför är fakturan så hög?\"}");
    tracker.sendMail("Eva <eva@kund.example>", "Samtal om faktura", "Eva ringde.");
    var ticket = tracker.ticket("Samtal om faktura");

    var answer =
        PRODUCT.post(
            "api/handover/" + connection.id() + "/" + ticket,
            "{\"code\":\"" + session.phoneCode() + "\"}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(Jsoup.parse(note(ticket, TITLE)).text())
        .contains("läste upp koden", "Varför är fakturan så hög?");
  }

  @Test
  void opensATicketForACustomerOfTheHelpAndBringsTheSession() {
    connect();
    tracker.letTicketsBeOpened();
    var site =
        HelpSiteForTests.of(
            "https://a.example",
            HelpSiteForTests.form("https://a.example")
                .add("consentRequired", false)
                .add("connection", connection.id())
                .add("ticketGroup", tracker.queue()));
    var session = site.session();
    var title = DemoKnowledge.title("sv", "invoice-copy");
    session.says("{\"kind\":\"question\",\"text\":\"" + title + "\"}");
    var form =
        Json.createObjectBuilder()
            .add("id", "form-in-the-help")
            .add("email", "o'hara@kund.example")
            .add("text", title + "\nJag hittar den inte i mitt konto.")
            .build()
            .toString();

    var began = System.nanoTime();
    var answer = site.post("contact", form, Map.of("Svarbar-Session", session.token()));
    var told = (System.nanoTime() - began) / 1_000_000;
    var again = site.post("contact", form, Map.of("Svarbar-Session", session.token()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    var number = answer.json().asJsonObject().getString("ticket");
    System.out.printf("from the customer's click to the ticket's number: %d ms%n", told);
    assertThat(again.json().asJsonObject().getString("ticket")).isEqualTo(number);
    var ticket = tracker.asAgent("GET", "ticket/" + number, "");
    assertThat(ticket).contains("o'hara@kund.example", session.reference());
    assertThat(Jsoup.parse(note(number, TITLE)).text())
        .contains("Säker koppling", "frågade: " + title);
    note(number, "<p><em>");
    everythingIsDone();
    assertThat(notes(number).stream().filter(it -> it.contains(TITLE))).hasSize(1);
    assertThat(notes(number).stream().filter(it -> it.contains("<p><em>"))).hasSize(1);
    show(number, "from-help");
  }

  private String filesWithNotes(String ticket) {
    return tracker.comments(ticket).stream()
        .map(it -> "transaction/" + it.id() + "/attachments?fields=Filename")
        .map(path -> tracker.asAgent("GET", path, ""))
        .collect(Collectors.joining());
  }

  /** Searches, reads, votes no and asks for a person; returns the subject of the mail. */
  private static String readsInVain(Page page, String title) {
    page.locator("#q").fill(title);
    page.locator("form[role=search] button").click();
    page.locator(".hit b").getByText(title).first().click();
    page.locator("h2").getByText(title).waitFor();
    page.waitForTimeout(2500);
    page.locator("[aria-labelledby=helped] button").nth(1).click();
    page.locator("p.quiet button").click();
    var mail = page.locator("a.way").first();
    mail.waitFor();
    page.waitForRequest("**/events", () -> mail.click());
    var subject = mail.getAttribute("href").replaceFirst(".*[?]subject=", "");
    return URLDecoder.decode(subject, StandardCharsets.UTF_8);
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

  private String note(String ticket, String says) {
    return IN_TIME
        .see(
            "a note in ticket " + ticket + " with " + says,
            () -> notes(ticket).stream().filter(it -> it.contains(says)).toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private List<String> notes(String ticket) {
    return tracker.comments(ticket).stream()
        .filter(comment -> comment.by().equals(tracker.account()))
        .map(RealRequestTracker.Comment::content)
        .toList();
  }

  private void everythingIsDone() {
    IN_TIME.see("deliveries are worked on", () -> count("deliveries", "open"), it -> it == 0);
    IN_TIME.see("actions are done", () -> count("actions", "open"), it -> it == 0);
  }

  private int count(String what, String state) {
    var path = "api/" + what + "?connection=" + connection.id() + "&state=" + state;
    return PRODUCT.get(path).json().asJsonObject().getInt("count");
  }

  /** Of the newest action, from its row to its end, by the product's own clock. */
  private long millisecondsInSvarbar() {
    var action =
        PRODUCT
            .get("api/actions?connection=" + connection.id())
            .json()
            .asJsonObject()
            .getJsonArray("items")
            .getJsonObject(0);
    return Duration.between(
            Instant.parse(action.getString("since")), Instant.parse(action.getString("finishedAt")))
        .toMillis();
  }

  private void show(String ticket, String language) {
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions());
      page.navigate(tracker.base() + "/Ticket/Display.html?id=" + ticket);
      page.locator("input[name=user]").fill("agent");
      page.locator("input[name=pass]").fill(tracker.setting("RT_AGENT_PASSWORD"));
      page.keyboard().press("Enter");
      page.locator(".transaction").first().waitFor();
      page.waitForTimeout(1500);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots", "handover-rt-" + language + ".png")));
    }
  }
}
