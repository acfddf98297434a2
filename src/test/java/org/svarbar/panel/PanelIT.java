package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.DemoKnowledge.Mail;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** The panel as an agent has it beside a ticket, by roles and names, in a real browser. */
@ArquillianTest
@RunAsClient
class PanelIT {

  private static final Product PRODUCT = Product.underTest();
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int MOST_BYTES = 35_000;

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
  void showsWhatWasFoundAndLearnsFromAVote() {
    var mail = DemoKnowledge.mail("sv-3");
    var link = opened("7", mail);
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(link);

      var first = suggestion(page, mail.expectedTitle());
      first.getByText("Hela svaret och varför").click();
      assertThat(first.innerText()).contains("demo", "svenska", "Gemensamma ord:");
      assertThat(page.url()).doesNotContain("#").endsWith("/panel/" + connection.id() + "/7");
      assertThat(page.context().cookies()).isEmpty();

      first.getByRole(AriaRole.BUTTON, in("Fel")).click();
      first.getByRole(AriaRole.BUTTON, in("inaktuellt")).click();
      var why = first.getByRole(AriaRole.BUTTON, pressed("inaktuellt"));
      why.waitFor();
      assertThat(known()).isEqualTo(Map.of("judged", 1, "right", 0));
      first.getByRole(AriaRole.BUTTON, in("Rätt")).click();
      first.getByRole(AriaRole.BUTTON, pressed("Rätt")).waitFor();
      assertThat(known()).isEqualTo(Map.of("judged", 1, "right", 1));

      page.reload();
      suggestion(page, mail.expectedTitle()).getByRole(AriaRole.BUTTON, pressed("Rätt")).waitFor();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void findsTheTicketsOfTheSameGroupThatTheSameAnswerWasRightFor() {
    var mail = DemoKnowledge.mail("en-4");
    helpdesk.lieIn("41", "Support");
    helpdesk.lieIn("42", "Support");
    helpdesk.lieIn("43", "Staff");
    var before = opened("41", mail);
    var link = opened("42", mail);
    var ofOthers = opened("43", mail);
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      page.navigate(before);
      var first = suggestion(page, mail.expectedTitle());
      first.getByRole(AriaRole.BUTTON, in("Right")).click();
      first.getByRole(AriaRole.BUTTON, pressed("Right")).waitFor();

      page.navigate(link);

      var similar =
          page.getByRole(
              AriaRole.REGION, named("Similar tickets in which the first answer was right"));
      assertThat(similar.innerText()).contains("Ticket 41").doesNotContain("Ticket 42");

      page.navigate(ofOthers);
      suggestion(page, mail.expectedTitle()).waitFor();
      assertThat(similar.count()).as("who reads this need not see those").isZero();
    }
  }

  @Test
  void putsAReplyIntoTheHelpdesksEditor() {
    var mail = DemoKnowledge.mail("en-4");
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      var panel = framed(page, opened("9", mail));

      var first = suggestion(panel, mail.expectedTitle());
      first.getByRole(AriaRole.BUTTON, in("Insert as reply")).click();
      var text = first.getByLabel("The reply, which you can change");
      assertThat(text.inputValue()).startsWith("Hello");
      text.fill(text.inputValue() + "\nPS: åäö <b>");
      first.getByRole(AriaRole.BUTTON, exactly("Insert")).click();

      panel.getByText("Inserted into the reply.").waitFor();
      assertThat(page.getByLabel("Editor").inputValue())
          .startsWith("Hello")
          .contains("PS: åäö <b>");
      assertThat(page.context().cookies()).isEmpty();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void hearsNoOtherPageAndIsShownInNone() {
    var mail = DemoKnowledge.mail("en-4");
    var link = opened("9", mail);
    try (var stranger = GenericHelpdesk.start();
        var chromium = Chromium.start()) {
      stranger.shows("/desk", desk(link));
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      var refused = new ArrayList<String>();
      page.onConsoleMessage(said -> refused.add(said.text()));
      page.navigate(stranger.base() + "/desk");

      Eventually.soon()
          .see(
              "the browser refuses the frame",
              () -> {
                page.waitForTimeout(50);
                return List.copyOf(refused);
              },
              said -> said.stream().anyMatch(it -> it.contains("frame-ancestors")));
      assertThat(page.frames()).noneMatch(frame -> frame.url().contains("/panel/"));

      // a page that nobody framed hears whoever posts; it does as if nothing was said
      var alone = chromium.open(new NewContextOptions().setLocale("en"));
      alone.navigate(link);
      var first = suggestion(alone, mail.expectedTitle());
      alone.evaluate("postMessage({type: 'svarbar:inserted', id: '1'}, '*')");
      first.getByRole(AriaRole.BUTTON, in("Insert as reply")).click();
      first.getByRole(AriaRole.BUTTON, exactly("Insert")).click();
      alone.getByText("Saved as a draft in the ticket.").waitFor();
      assertThat(helpdesk.draft("9").orElse("")).startsWith("<p>Hello");
    }
  }

  @Test
  void savesADraftOnceThoughTheHelpdeskFailsFirst() {
    var pass = opened("21", DemoKnowledge.mail("en-4")).replaceFirst(".*#", "");
    var session = begun("21", pass).body();
    var notes = helpdesk.notes("21").size();
    helpdesk.failDrafts(1);

    var key = with(session, "POST", "21/draft", "press=1&text=Hello+%C3%85sa").body();
    Eventually.soon()
        .see(
            "the draft is saved",
            () -> with(session, "GET", "21/draft?key=" + key).body(),
            "saved"::equals);

    assertThat(helpdesk.draft("21").orElse("")).contains("<p>Hello Åsa</p>");
    assertThat(with(session, "POST", "21/draft", "press=1&text=Hello+%C3%85sa").body())
        .as("the same press")
        .isEqualTo(key);
    var other = with(session, "POST", "21/draft", "press=2&text=Hello").body();
    assertThat(other).as("another press").startsWith("agent").isNotEqualTo(key);
    Eventually.soon()
        .see(
            "the other is saved",
            () -> helpdesk.draft("21").orElse(""),
            it -> it.contains("<p>Hello</p>"));
    assertThat(helpdesk.draftTries()).isEqualTo(3);
    assertThat(helpdesk.notes("21")).as("no note besides").hasSize(notes);
    assertThat(with(session, "GET", "21/draft?key=agent0").body()).isEqualTo("failed");
    assertThat(with(session, "POST", "21/draft", "press=3&text=+").body()).isEqualTo("failed");
  }

  @Test
  void offersNoAnswerOfAnotherBrand() {
    var pass = opened("31", DemoKnowledge.mail("en-4")).replaceFirst(".*#", "");
    var session = begun("31", pass).body();
    var first = Jsoup.parse(with(session, "GET", "31/view").body()).select("article").first();
    var reply =
        "31/reply?entry=" + first.attr("data-entry") + "&message=" + first.attr("data-message");
    assertThat(with(session, "GET", reply).body()).contains("<textarea");
    var source = "evil-" + connection.id();
    var word = "quodlibetarie";
    imported(
        source,
        Json.createObjectBuilder()
            .add("key", "a")
            .add("language", "en")
            .add("visibility", "public")
            .add("questions", Json.createArrayBuilder().add("Where is the " + word + "?"))
            .add("answer", "The " + word + " is behind the second door of the old hall."));
    var ours = "ours-" + connection.id();
    var theirs = "theirs-" + connection.id();
    try {
      brand(theirs, "{\"sources\": [\"demo\"]}");
      brand(
          ours,
          "{\"sources\": [\"%s\"], \"connections\": [\"%s\"]}".formatted(source, connection.id()));

      assertThat(with(session, "GET", reply).body()).doesNotContain("<textarea");
      assertThat(with(session, "GET", "31/view").body()).doesNotContain("<article");
    } finally {
      for (var name : List.of(ours, theirs)) {
        PRODUCT.delete("api/brands/" + name);
      }
      retire(word);
    }
    assertThat(with(session, "GET", reply).body()).contains("<textarea");
  }

  private static void imported(String source, JsonObjectBuilder entry) {
    var imported =
        PRODUCT.post(
            "api/knowledge/import?source=" + source + "&format=json",
            Json.createArrayBuilder().add(entry).build().toString());
    assertThat(imported.status()).as("%s", imported).isEqualTo(200);
    DemoKnowledge.awaitIndex(PRODUCT);
  }

  private static void brand(String name, String parts) {
    var answer = PRODUCT.put("api/brands/" + name, parts);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  @Test
  void showsWhatIsNewAndKeepsWhatAnAgentWrites() {
    var first = DemoKnowledge.mail("sv-3");
    var second = DemoKnowledge.mail("sv-1");
    var third = DemoKnowledge.mail("sv-2");
    var link = opened("5", first);
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(link);
      suggestion(page, first.expectedTitle());

      connection.deliver(UUID.randomUUID().toString(), helpdesk.reply("5", second.body()));
      var now = suggestion(page, second.expectedTitle());

      now.getByRole(AriaRole.BUTTON, in("Infoga som svar")).click();
      var text = now.getByLabel("Svaret, som du kan ändra");
      text.fill("halvskrivet");
      connection.deliver(UUID.randomUUID().toString(), helpdesk.reply("5", third.body()));
      var news = page.getByRole(AriaRole.BUTTON, named("Visa det"));
      news.waitFor();
      assertThat(text.inputValue()).isEqualTo("halvskrivet");
      news.click();
      suggestion(page, third.expectedTitle());
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void keepsTwoTicketsApartInTwoTabs() {
    var first = DemoKnowledge.mail("sv-3");
    var second = DemoKnowledge.mail("sv-1");
    var links = List.of(opened("5", first), opened("6", second));
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(links.get(0));
      suggestion(page, first.expectedTitle());
      var other = page.context().newPage();
      other.navigate(links.get(1));
      suggestion(other, second.expectedTitle());

      for (var tab : List.of(page, other)) {
        tab.reload();
      }
      suggestion(other, second.expectedTitle());
      suggestion(page, first.expectedTitle())
          .getByRole(AriaRole.BUTTON, in("Infoga som svar"))
          .click();
      page.getByRole(AriaRole.BUTTON, exactlyOn("Infoga")).click();
      page.getByText("Sparat som utkast i ärendet.").waitFor();
      assertThat(helpdesk.draft("5")).isPresent();
      assertThat(helpdesk.draft("6")).isEmpty();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void isSeenInColoursThatTheReaderForces() {
    var mail = DemoKnowledge.mail("sv-3");
    var link = opened("5", mail);
    try (var chromium = Chromium.start()) {
      var page =
          chromium.open(
              new NewContextOptions().setLocale("sv").setForcedColors(ForcedColors.ACTIVE));
      page.navigate(link);
      suggestion(page, mail.expectedTitle())
          .getByRole(AriaRole.BUTTON, in("Infoga som svar"))
          .click();
      page.getByLabel("Svaret, som du kan ändra").waitFor();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/panel-forced.png")));

      assertThat(Chromium.borderless(page, "document")).isEmpty();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void searchesAndProposesANewEntry() {
    var link = opened("3", DemoKnowledge.mail("sv-8"));
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(link);
      page.getByRole(AriaRole.HEADING, named("Svarsförslag")).waitFor();

      page.getByLabel("Sök bland svaren").fill(DemoKnowledge.title("sv", "wifi-slow"));
      page.getByRole(AriaRole.BUTTON, exactlyOn("Sök")).click();
      suggestion(page, DemoKnowledge.title("sv", "wifi-slow"));

      page.getByRole(AriaRole.BUTTON, named("Föreslå ett nytt svar utifrån ärendet")).click();
      var question = page.getByLabel("Frågan");
      assertThat(question.inputValue()).startsWith("Praktikplats våren 2027");
      var asked = "Tar ni emot praktikanter " + UUID.randomUUID() + "?";
      question.fill(asked + " Ring 19811218-9876.");
      page.getByLabel("Svaret", new Page.GetByLabelOptions().setExact(true)).fill("Ja, på våren.");
      page.getByRole(AriaRole.BUTTON, named("Skicka förslaget")).click();
      page.getByText("Förslaget väntar på godkännande.").waitFor();

      var proposed =
          PRODUCT.get("api/proposals").json().asJsonArray().getValuesAs(JsonObject.class).stream()
              .filter(it -> it.getString("connection").equals(connection.id()))
              .toList();
      assertThat(proposed).hasSize(1);
      assertThat(proposed.getFirst().getString("question"))
          .startsWith(asked)
          .doesNotContain("9876");
      PRODUCT.post("api/proposals/" + proposed.getFirst().getInt("id") + "/reject", "{}");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void opensByTicketNumberAfterLogIn() {
    var mail = DemoKnowledge.mail("sv-3");
    opened("77", mail);
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(PRODUCT.at("panel/" + connection.id() + "/77").toString());
      page.getByRole(AriaRole.HEADING, named("Panelen är inte öppen för dig")).waitFor();

      page.navigate(
          PRODUCT.at("panel/open?connection=" + connection.id() + "&ticket=77").toString());
      page.getByLabel("Användarnamn").fill(Product.ADMIN);
      page.getByLabel("Lösenord").fill(Product.ADMIN_PASSWORD);
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.BUTTON, named("Öppna")).click();
      suggestion(page, mail.expectedTitle());
      assertThat(page.url()).doesNotContain("#");

      // as a link in the helpdesk asks for it
      var link = "panel/open?connection=" + connection.id() + "&ticket=77&now=true";
      page.navigate(PRODUCT.at(link).toString());
      suggestion(page, mail.expectedTitle());
      assertThat(page.url()).endsWith("/panel/" + connection.id() + "/77");
      assertThat(PRODUCT.page(link.replace("77", ""), "sv").status()).isEqualTo(422);
    }
  }

  @Test
  void looksAtATicketThatCameBefore() {
    var mail = DemoKnowledge.mail("sv-3");
    helpdesk.open("88", mail.subject(), mail.body());
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(signed("88", "Agneta", Instant.now().plusSeconds(60), connection.secret()));

      page.getByRole(AriaRole.BUTTON, named("Leta efter svar nu")).click();

      suggestion(page, mail.expectedTitle());
      assertThat(helpdesk.notes("88")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"sv, sv-3, LIGHT", "fi, fi-1, DARK", "sv, sv-3, DARK", "fi, fi-1, LIGHT"})
  void isUsedByKeyboardAloneAndAccessible(String language, String id, ColorScheme scheme) {
    var mail = DemoKnowledge.mail(id);
    var link = opened("1", mail);
    try (var chromium = Chromium.start()) {
      var who =
          new NewContextOptions()
              .setLocale(language)
              .setColorScheme(scheme)
              .setViewportSize(320, 800);
      var page = chromium.open(who);
      page.navigate(PRODUCT.at("panel/" + connection.id() + "/1").toString());
      page.getByRole(AriaRole.LINK).waitFor();
      look(page, "no-right", language, scheme);

      page.navigate(link);
      suggestion(page, mail.expectedTitle());
      look(page, "opened", language, scheme);
      page.keyboard().press("1");
      page.keyboard().press("n");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setPressed(true)).waitFor();
      page.keyboard().press("i");
      page.waitForCondition(() -> focused(page).equals("TEXTAREA"));
      look(page, "replying", language, scheme);
      page.keyboard().press("Control+Enter");
      page.waitForCondition(() -> !page.getByRole(AriaRole.STATUS).last().innerText().isBlank());
      for (var i = 0; i < 3; i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      page.waitForCondition(() -> focused(page).equals("ARTICLE"));
      page.keyboard().press("?");
      page.waitForCondition(() -> focused(page).equals("SUMMARY"));
      look(page, "shortcuts", language, scheme);
      page.keyboard().press("/");
      page.keyboard().type(mail.expectedTitle());
      page.keyboard().press("Enter");
      page.waitForCondition(
          () -> page.getByRole(AriaRole.ARTICLE, named(mail.expectedTitle())).count() > 1);
      page.keyboard().press("Tab");
      look(page, "searched", language, scheme);

      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void runsNoScriptOfWhatItShows() {
    var word = "kvidevitt" + UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9]", "x");
    var evil = "<img src=x onerror=top.hit=1><script>top.hit=1</script>\"'><svg onload=top.hit=1>";
    var source = "evil-" + connection.id();
    var entry =
        Json.createObjectBuilder()
            .add("key", "a")
            .add("language", "sv")
            .add("visibility", "public")
            .add(
                "questions", Json.createArrayBuilder().add("Hur startar jag " + word + "? " + evil))
            .add("answer", "Vrid på " + word + " tills den surrar. " + evil)
            .add("url", "https://faq.example/?a=%22%3E%3Cscript%3E");
    imported(source, entry);
    var event = helpdesk.open("6", evil, "Hur startar jag " + word + "? " + evil);
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      page.navigate(linkAfter(event, "6"));
      var shown = page.getByRole(AriaRole.ARTICLE).first();
      shown.waitFor();
      assertThat(shown.innerText()).contains(word, "<svg onload");
      shown.getByText("Hela svaret och varför").click();
      shown.getByRole(AriaRole.BUTTON, in("Infoga som svar")).click();
      shown.getByLabel("Svaret, som du kan ändra").waitFor();
      page.getByLabel("Sök bland svaren").fill(word + " " + evil);
      page.getByRole(AriaRole.BUTTON, exactlyOn("Sök")).click();
      page.getByRole(AriaRole.ARTICLE).nth(1).waitFor();
      page.getByRole(AriaRole.BUTTON, named("Föreslå ett nytt svar utifrån ärendet")).click();
      page.getByLabel("Frågan").waitFor();
      page.waitForTimeout(300);

      assertThat(page.evaluate("String(window.hit)")).isEqualTo("undefined");
      assertThat(
              page.evaluate("document.querySelectorAll('main script, main svg, main img').length"))
          .isEqualTo(0);
      assertThat(chromium.complaints()).isEmpty();
    } finally {
      retire(word);
    }
  }

  private static void retire(String word) {
    var question = Json.createObjectBuilder().add("text", word).add("language", "sv").build();
    var found = PRODUCT.post("api/suggestions", question.toString()).json().asJsonObject();
    for (var list : List.of("suggestions", "passedOver")) {
      found.getJsonArray(list).getValuesAs(JsonObject.class).stream()
          .filter(it -> it.getString("source").startsWith("evil-"))
          .forEach(
              it ->
                  PRODUCT.send(
                      "POST",
                      "console/knowledge/" + it.getInt("id") + "/retire",
                      Map.of("Content-Type", "application/x-www-form-urlencoded"),
                      BodyPublishers.noBody()));
    }
  }

  @Test
  void letsNobodyInWithoutAPassForThisTicket() {
    var pass = opened("1", DemoKnowledge.mail("sv-3")).replaceFirst(".*#", "");
    var soon = Instant.now().plusSeconds(60);
    var other = ConnectionForTests.generic(helpdesk.base());

    assertThat(begun("1", pass).status()).isEqualTo(200);
    assertThat(begun("1", passOf(signed("1", "A", soon, connection.secret()))).status())
        .isEqualTo(200);

    assertThat(begun("2", pass).status()).as("of another ticket").isEqualTo(401);
    assertThat(begun("1", pass + "0").status()).as("another proof").isEqualTo(401);
    assertThat(begun("1", "x" + pass).status()).as("another content").isEqualTo(401);
    assertThat(begun("1", "").status()).as("none").isEqualTo(401);
    assertThat(begun("1", passOf(signed("1", "A", soon, "whsec_other"))).status())
        .as("another secret")
        .isEqualTo(401);
    assertThat(begun("1", passOf(signed("1", "A", soon, other.secret()))).status())
        .as("another connection's secret")
        .isEqualTo(401);
    assertThat(begun("1", passOf(signed("2", "A", soon, connection.secret()))).status())
        .as("signed for another ticket")
        .isEqualTo(401);
    var past = Instant.now().minusSeconds(1);
    assertThat(begun("1", passOf(signed("1", "A", past, connection.secret()))).status())
        .as("expired")
        .isEqualTo(401);
    var far = Instant.now().plusSeconds(86_400);
    assertThat(begun("1", passOf(signed("1", "A", far, connection.secret()))).status())
        .as("good for longer than anybody needs")
        .isEqualTo(401);

    var session = begun("1", pass).body();
    assertThat(with(session, "GET", "1/view").status()).isEqualTo(200);
    assertThat(with(session, "GET", "2/view").status()).as("another ticket").isEqualTo(401);
    assertThat(with(pass, "GET", "1/view").status()).as("a link's pass").isEqualTo(401);
    assertThat(begun("1", session).status()).as("a session's pass").isEqualTo(401);
    for (var part : List.of("view", "news", "reply", "proposal")) {
      assertThat(with("", "GET", "1/" + part).status()).as(part).isEqualTo(401);
    }
    for (var part : List.of("look", "search", "vote", "acts", "draft", "proposal")) {
      assertThat(with("", "POST", "1/" + part).status()).as(part).isEqualTo(401);
    }
    assertThat(PRODUCT.anonymously().page("panel/no-such/1", "sv").status()).isEqualTo(404);
  }

  @Test
  void saysWhoMayFrameItOnEveryAnswer() {
    var address = "panel/" + connection.id() + "/1";
    var answers =
        List.of(
            PRODUCT.anonymously().page(address, "sv"),
            PRODUCT.anonymously().page(address + "/view", "sv"),
            PRODUCT.anonymously().page(address + "/no-such-part", "sv"),
            begun("1", "x"));

    for (var answer : answers) {
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .as("%s", answer)
          .contains("script-src 'self'", "default-src 'none'")
          .endsWith("frame-ancestors 'self' " + helpdesk.base());
      assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
    for (var path :
        List.of("panel/no-such/1", "panel/open", "console", "panel/" + connection.id())) {
      assertThat(
              PRODUCT.anonymously().page(path, "sv").header("Content-Security-Policy").orElse(""))
          .as(path)
          .endsWith("frame-ancestors 'none'");
    }
  }

  @Test
  void weighsLittle() throws IOException {
    var link = opened("1", DemoKnowledge.mail("sv-3"));
    var page = PRODUCT.anonymously().page("panel/" + connection.id() + "/1", "sv").body();
    var weight = weight("page", page);
    for (var asset : Jsoup.parse(page).select("script[src], link[href]")) {
      var path = (asset.attr("src") + asset.attr("href")).replaceFirst("^/svarbar/", "");
      weight += weight(path, PRODUCT.anonymously().get(path).body());
    }
    var session = begun("1", link.replaceFirst(".*#", "")).body();
    weight += weight("view", with(session, "GET", "1/view").body());

    System.out.printf("the panel with three suggestions: %d bytes, gzipped%n", weight);
    assertThat(weight).isLessThan(MOST_BYTES);
  }

  private static int weight(String what, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(UTF_8));
    }
    System.out.printf("%s: %d bytes, gzipped%n", what, bytes.size());
    return bytes.size();
  }

  /** Has the customer's mail come, and takes the link out of the note that follows. */
  private String opened(String id, Mail mail) {
    return linkAfter(helpdesk.open(id, mail.from(), mail.subject(), mail.body()), id);
  }

  private String linkAfter(String event, String id) {
    connection.deliver(UUID.randomUUID().toString(), event);
    var judged = "api/triage/verdicts/" + connection.id() + "?ticket=" + id;
    Eventually.soon().see("it is judged", () -> PRODUCT.get(judged).body(), it -> !it.equals("[]"));
    var written = Eventually.within(java.time.Duration.ofSeconds(2));
    try {
      var note = written.see("a note", () -> helpdesk.notes(id), notes -> !notes.isEmpty());
      return Jsoup.parse(note.getFirst()).select("a").last().attr("href");
    } catch (AssertionError nothingFits) {
      return signed(id, "Agneta", Instant.now().plusSeconds(60), connection.secret());
    }
  }

  /** Shows the panel in a page of the helpdesk, which takes what is inserted. */
  private Frame framed(Page page, String link) {
    helpdesk.shows("/desk", desk(link));
    page.navigate(helpdesk.base() + "/desk");
    page.waitForCondition(
        () -> page.frames().stream().anyMatch(it -> it.url().contains("/panel/")));
    return page.frames().stream()
        .filter(it -> it.url().contains("/panel/"))
        .findFirst()
        .orElseThrow();
  }

  private static String desk(String link) {
    return """
    <!doctype html><html lang="en"><head><title>Desk</title></head><body>
    <label>Editor <textarea></textarea></label>
    <iframe title="Svarbar" width="380" height="700" src="%s"></iframe>
    <script>
      addEventListener("message", (event) => {
        if (event.data?.type === "svarbar:insert") {
          document.querySelector("textarea").value = event.data.text;
          event.source.postMessage({type: "svarbar:inserted", id: event.data.id}, event.origin);
        }
      });
    </script></body></html>
    """
        .formatted(link);
  }

  private String signed(String ticket, String agent, Instant expires, String secret) {
    var content =
        Json.createObjectBuilder()
            .add("connection", connection.id())
            .add("ticket", ticket)
            .add("agent", agent)
            .add("expires", expires.getEpochSecond())
            .build()
            .toString();
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(UTF_8));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var proof = mac.doFinal(("svarbar-panel." + encoded).getBytes(UTF_8));
      var pass = "helpdesk." + encoded + "." + HexFormat.of().formatHex(proof);
      return PRODUCT.at("panel/" + connection.id() + "/" + ticket) + "#" + pass;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String passOf(String link) {
    return link.replaceFirst(".*#", "");
  }

  private Answer begun(String ticket, String pass) {
    var body = BodyPublishers.ofString("pass=" + URLEncoder.encode(pass, UTF_8));
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var path = "panel/" + connection.id() + "/" + ticket + "/session";
    return PRODUCT.anonymously().send("POST", path, headers, body);
  }

  private Answer with(String session, String method, String part) {
    return with(session, method, part, "");
  }

  private Answer with(String session, String method, String part, String form) {
    var headers =
        Map.of(
            "Svarbar-Panel", session,
            "Content-Type", "application/x-www-form-urlencoded",
            "Accept-Language", "sv");
    var path = "panel/" + connection.id() + "/" + part;
    return PRODUCT.anonymously().send(method, path, headers, BodyPublishers.ofString(form));
  }

  private Map<String, Integer> known() {
    var known = PRODUCT.get("api/triage/outcomes/" + connection.id()).json().asJsonObject();
    return Map.of("judged", known.getInt("judged"), "right", known.getInt("right"));
  }

  private static Locator suggestion(Page page, String title) {
    return suggestion(page.mainFrame(), title);
  }

  private static Locator suggestion(Frame panel, String title) {
    var found = panel.getByRole(AriaRole.ARTICLE, new Frame.GetByRoleOptions().setName(title));
    found.first().waitFor();
    return found.first();
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.tagName");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions exactlyOn(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions pressed(String name) {
    return new Locator.GetByRoleOptions().setName(name).setPressed(true);
  }

  private static void look(Page page, String state, String language, ColorScheme scheme) {
    var file = ("panel-" + state + "-" + language + "-" + scheme).toLowerCase(Locale.ROOT) + ".png";
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", file)));
    assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
        .as("%s in %s, %s", state, language, scheme)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("what is too wide: %s in %s", state, language)
        .isEqualTo(0);
  }
}
