package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/**
 * The panel in pages of another site that tell the ticket as Chatwoot and Zendesk do, in a browser
 * that keeps no cookies for frames.
 */
@ArquillianTest
@RunAsClient
class PanelFramesIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ZENDESK = "zendesk-of-tests";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private GenericHelpdesk helpdesk;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void begin() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
  }

  @AfterEach
  void end() {
    helpdesk.close();
  }

  @Test
  void opensBesideAConversationOfChatwootAfterALogIn() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    var mail = DemoKnowledge.mail("sv-3");
    delivered(connection, "71", mail);
    try (var chromium = Chromium.startWithoutForeignCookies()) {
      var page = open(chromium);
      helpdesk.shows("/desk", chatwoot(frameOf(connection.id(), "chatwoot")));
      page.navigate(helpdesk.base() + "/desk");
      var frame = frame(page, "/frames/");
      var logIn = frame.getByRole(AriaRole.BUTTON, exactly("Logga in"));
      logIn.waitFor();

      assertThat(
              frame.evaluate("(document.cookie = 'x=1; SameSite=None; Secure', document.cookie)"))
          .as("cookies in the frame")
          .isEqualTo("");
      assertThat(page.frames()).as("the context names an agent, and proves none").hasSize(2);
      page.screenshot(picture("chatwoot-log-in"));
      assertThat(new AxeBuilder(page).include("iframe").analyze().getViolations()).isEmpty();

      var first = page.waitForPopup(logIn::click);
      first.getByLabel("Användarnamn").fill(Product.ADMIN);
      first.getByLabel("Lösenord").fill(Product.ADMIN_PASSWORD);
      first.keyboard().press("Enter");
      first.getByText("Du är inloggad.").waitFor();
      first.close();
      page.waitForPopup(logIn::click);

      var panel = frame(page, "/panel/");
      suggestion(panel, mail.expectedTitle());
      page.screenshot(picture("chatwoot-panel"));
      panel.getByRole(AriaRole.BUTTON, named("Infoga som svar")).first().click();
      panel.getByRole(AriaRole.BUTTON, exactly("Infoga")).click();
      panel.getByText("Sparat som utkast i ärendet.").waitFor();
      assertThat(helpdesk.draft("71")).isPresent();
      seesNoSecretInAddresses(page);

      // a frame that may not even keep a pass asks again, and is answered without another log-in
      page.reload();
      var again = frame(page, "/frames/").getByRole(AriaRole.BUTTON, exactly("Logga in"));
      page.waitForCondition(page.waitForPopup(again::click)::isClosed);
      suggestion(frame(page, "/panel/"), mail.expectedTitle());
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void opensBesideATicketOfZendeskForWhomZendeskSigns() {
    ConnectionForTests.named(ZENDESK, helpdesk.base());
    var mail = DemoKnowledge.mail("sv-3");
    helpdesk.open("72", mail.subject(), mail.body());
    try (var chromium = Chromium.startWithoutForeignCookies()) {
      var page = open(chromium);
      var token = ZendeskTokens.now();
      helpdesk.shows("/agent", zendesk(frameOf(ZENDESK, "zendesk"), token));
      page.navigate(helpdesk.base() + "/agent");

      var panel = frame(page, "/panel/" + ZENDESK + "/72");
      panel.getByRole(AriaRole.BUTTON, named("Leta efter svar nu")).click();
      suggestion(panel, mail.expectedTitle());
      panel.getByRole(AriaRole.BUTTON, named("Infoga som svar")).first().click();
      panel.getByLabel("Svaret, som du kan ändra").fill("Hej!\n1 < 2 & <b>åäö</b>");
      panel.getByRole(AriaRole.BUTTON, exactly("Infoga")).click();
      panel.getByText("Infogat i svaret.").waitFor();

      assertThat(page.getByLabel("Public reply").inputValue())
          .isEqualTo("Hej!\n1 < 2 & <b>åäö</b>");
      page.screenshot(picture("zendesk-panel"));
      assertThat(page.context().cookies()).isEmpty();
      assertThat(asked).noneMatch(address -> address.contains(token.substring(0, 30)));
      seesNoSecretInAddresses(page);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void asksForALogInWhereZendeskSignedNothing() {
    ConnectionForTests.named(ZENDESK, helpdesk.base());
    try (var chromium = Chromium.start()) {
      var page = open(chromium);
      var token = ZendeskTokens.now();
      var forged = token.substring(0, token.length() - 6) + "AAAAAA";
      helpdesk.shows("/agent", zendesk(frameOf(ZENDESK, "zendesk"), forged));
      page.navigate(helpdesk.base() + "/agent");

      frame(page, "/frames/").getByRole(AriaRole.BUTTON, exactly("Logga in")).waitFor();
      assertThat(page.frames()).hasSize(2);
    }
    var other = ConnectionForTests.generic(helpdesk.base());
    assertThat(signedIn(ZENDESK, ZendeskTokens.now()).status()).isEqualTo(200);
    assertThat(signedIn(ZENDESK, "").status()).isEqualTo(401);
    assertThat(signedIn(other.id(), ZendeskTokens.now()).status())
        .as("a connection without an app")
        .isEqualTo(401);
    assertThat(signedIn("no-such", ZendeskTokens.now()).status()).isEqualTo(404);
  }

  @Test
  void isShownAndHeardInNoOtherPage() {
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    try (var chromium = Chromium.start()) {
      var page = open(chromium);
      var refused = new CopyOnWriteArrayList<String>();
      page.onConsoleMessage(said -> refused.add(said.text()));
      helpdesk.shows("/desk", chatwoot(frameOf(connection.id(), "chatwoot")));
      page.navigate(helpdesk.base() + "/desk");
      page.waitForCondition(() -> refused.stream().anyMatch(it -> it.contains("frame-ancestors")));

      // nor does it hear anybody as a page of its own
      page.navigate(frameOf(connection.id(), "chatwoot"));
      page.getByText("Den här sidan hör hemma bredvid ett ärende").waitFor();
      page.evaluate(
          "postMessage(JSON.stringify({event: 'appContext', data: {conversation: {id: 1}}}), '*')");
      page.waitForTimeout(200);
      assertThat(page.frames()).hasSize(1);
    }
  }

  /** Of another shape, or of a frame beside ours in the helpdesk's own page. */
  @Test
  void hearsNothingButWhatSaysATicket() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    try (var chromium = Chromium.start()) {
      var page = open(chromium);
      helpdesk.shows("/desk", chatwoot(frameOf(connection.id(), "chatwoot")));
      helpdesk.shows(
          "/beside",
          "<!doctype html><title>x</title><script>const app ="
              + " parent.frames[0];addEventListener('message', (event) =>"
              + " app.postMessage(event.data, '*'))</script>");
      page.navigate(helpdesk.base() + "/desk");
      var app = frame(page, "/frames/");
      app.getByRole(AriaRole.BUTTON, exactly("Logga in")).waitFor();
      page.evaluate("window.onmessage = app.onload = null");
      app.evaluate("location.reload()");
      app.getByText("Väntar på").waitFor();
      page.evaluate(
          """
          async () => {
            const told = (id) => ({ event: "appContext", data: { conversation: { id } } });
            const odd = [null, 0, 5, true, "", "x", "null", "[]", "{", '{"event":', [], [[]], new Date(), new Map(),
              new ArrayBuffer(8), { event: "appContext" }, { event: "appContext", data: null }, { event: 5, data: told(1) },
              told(null), told({}), told([]), told([7]), told(true), told({ toString: "x" }), told(""),
              { key: "zaf.app.registered", message: { context: { ticketId: 7 } } },
              { type: "svarbar:insert", text: "x" }, { type: "svarbar:agent", pass: "x" }, { id: 1, result: {} }];
            for (const each of odd) {
              app.contentWindow.postMessage(each, "*");
              app.contentWindow.postMessage(JSON.stringify(each), "*");
            }
            const beside = document.createElement("iframe");
            beside.src = "/beside";
            document.body.append(beside);
            await new Promise((resolve) => (beside.onload = resolve));
            beside.contentWindow.postMessage(told(7), "*");
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
          """);
      assertThat(app.getByText("Väntar på").isVisible()).isTrue();
      assertThat(page.frames()).as("the page, ours, and that beside it").hasSize(3);

      page.evaluate("tell()");
      app.getByRole(AriaRole.BUTTON, exactly("Logga in")).waitFor();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  /** Who is around it cannot be said there, or it may do less than it needs. */
  @Test
  void opensNothingInASandbox() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    var ours = frameOf(connection.id(), "chatwoot");
    helpdesk.shows("/in", chatwoot(ours));
    helpdesk.shows(
        "/around",
        "<!doctype html><title>x</title><iframe sandbox='allow-scripts' src='/in'></iframe>");
    helpdesk.shows(
        "/ours", chatwoot(ours).replace("<iframe", "<iframe sandbox='allow-scripts allow-forms'"));
    try (var chromium = Chromium.start()) {
      var page = open(chromium);
      var said = new CopyOnWriteArrayList<String>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.navigate(helpdesk.base() + "/around");
      page.waitForCondition(() -> said.stream().anyMatch(it -> it.contains("frame-ancestors")));

      page.navigate(helpdesk.base() + "/ours");
      var app = frame(page, "/frames/");
      app.locator("body").waitFor();
      page.screenshot(picture("sandbox"));
      assertThat(page.frames()).hasSize(2);
      assertThat(app.locator("body").innerText()).isNotBlank();
    }
  }

  @Test
  void handsThePassToNobodyElse() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    try (var chromium = Chromium.start()) {
      var page = open(chromium);
      Chromium.logIn(page, PRODUCT.at("console"));
      var agent = PRODUCT.at("panel/agent?connection=" + connection.id());
      helpdesk.shows(
          "/thief",
          """
          <!doctype html><title>x</title><button>open</button><script>
          addEventListener("message", (event) => (document.title = "got " + JSON.stringify(event.data)));
          document.querySelector("button").onclick = () => window.open("%s");
          </script>
          """
              .formatted(agent));
      page.navigate(helpdesk.base() + "/thief");
      var popup = page.waitForPopup(() -> page.getByRole(AriaRole.BUTTON).click());
      page.waitForCondition(popup::isClosed);
      page.waitForTimeout(200);

      assertThat(page.title()).isEqualTo("x");
    }
  }

  @Test
  void opensTicketsOfItsConnectionAlone() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    var other = ConnectionForTests.generic(helpdesk.base());
    var agent = passOf(PRODUCT.page("panel/agent?connection=" + connection.id(), "sv"));

    var link = ticketPass(connection.id(), agent, "5");
    assertThat(link.status()).isEqualTo(200);
    assertThat(ticketPass(connection.id(), agent, "").status()).isEqualTo(401);
    assertThat(ticketPass(connection.id(), agent, "x".repeat(101)).status()).isEqualTo(401);
    assertThat(ticketPass(connection.id(), "", "5").status()).isEqualTo(401);
    assertThat(ticketPass(connection.id(), agent + "0", "5").status()).isEqualTo(401);
    assertThat(ticketPass(other.id(), agent, "5").status()).as("another's").isEqualTo(401);
    assertThat(ticketPass(connection.id(), link.body(), "5").status())
        .as("a ticket's pass")
        .isEqualTo(401);
    assertThat(session(connection.id(), "5", link.body()).status()).isEqualTo(200);
    assertThat(session(connection.id(), "6", link.body()).status()).isEqualTo(401);
    assertThat(session(connection.id(), "5", agent).status()).as("an agent's").isEqualTo(401);
  }

  @Test
  void saysWhoMayFrameIt() {
    var connection = ConnectionForTests.generic(helpdesk.base());
    for (var host : List.of("chatwoot", "zendesk")) {
      var answer = PRODUCT.anonymously().page("frames/" + connection.id() + "/" + host, "sv");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .endsWith("frame-src 'self'; frame-ancestors " + helpdesk.base());
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    }
    assertThat(PRODUCT.anonymously().page("frames/no-such/chatwoot", "sv").status()).isEqualTo(404);

    var agent = PRODUCT.page("panel/agent?connection=" + connection.id(), "sv");
    assertThat(agent.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");
    assertThat(agent.header("Content-Security-Policy").orElse("")).endsWith("'none'");
    assertThat(agent.response().headers().allValues("Cross-Origin-Opener-Policy")).hasSize(1);
    var nobody = PRODUCT.anonymously().page("panel/agent?connection=" + connection.id(), "sv");
    assertThat(nobody.body()).contains("j_security_check").doesNotContain("data-pass");
  }

  private void delivered(ConnectionForTests connection, String id, DemoKnowledge.Mail mail) {
    var event = helpdesk.open(id, mail.from(), mail.subject(), mail.body());
    connection.deliver(UUID.randomUUID().toString(), event);
    var judged = "api/triage/verdicts/" + connection.id() + "?ticket=" + id;
    Eventually.soon().see("it is judged", () -> PRODUCT.get(judged).body(), it -> !it.equals("[]"));
  }

  private Page open(Chromium chromium) {
    var page = chromium.open(new NewContextOptions().setLocale("sv").setViewportSize(900, 800));
    BrowserContext context = page.context();
    context.onRequest(request -> asked.add(request.url()));
    return page;
  }

  /** Passes are long and hold a full stop; none stands in an address that is sent or kept. */
  private void seesNoSecretInAddresses(Page page) {
    assertThat(asked)
        .noneMatch(address -> address.matches(".*[A-Za-z0-9_-]{60,}\\.[0-9a-f]{64}.*"));
    assertThat(page.frames())
        .extracting(Frame::url)
        .noneMatch(address -> address.contains("#") || address.contains("pass"));
  }

  /** Of another site than the helpdesk's page, which is at 127.0.0.1. */
  private static String frameOf(String connection, String host) {
    var address = PRODUCT.at("frames/" + connection + "/" + host).toString();
    return address.replace("//127.0.0.1", "//localhost");
  }

  private Answer signedIn(String connection, String token) {
    return form(
        PRODUCT.anonymously(), "frames/" + connection + "/zendesk", Map.of(), "token", token);
  }

  private Answer ticketPass(String connection, String agent, String ticket) {
    var headers = Map.of("Svarbar-Panel", agent);
    return form(PRODUCT.anonymously(), "frames/" + connection + "/pass", headers, "ticket", ticket);
  }

  private Answer session(String connection, String ticket, String pass) {
    var path = "panel/" + connection + "/" + ticket + "/session";
    return form(PRODUCT.anonymously(), path, Map.of(), "pass", pass);
  }

  private static Answer form(
      Product who, String path, Map<String, String> headers, String name, String value) {
    var all = new java.util.HashMap<>(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    var body = BodyPublishers.ofString(name + "=" + URLEncoder.encode(value, UTF_8));
    return who.send("POST", path, all, body);
  }

  private static String passOf(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return Jsoup.parse(answer.body()).body().attr("data-pass");
  }

  private static Frame frame(Page page, String part) {
    page.waitForCondition(() -> page.frames().stream().anyMatch(it -> it.url().contains(part)));
    return page.frames().stream().filter(it -> it.url().contains(part)).findFirst().orElseThrow();
  }

  private static void suggestion(Frame panel, String title) {
    panel.getByRole(AriaRole.ARTICLE, named(title)).first().waitFor();
  }

  private static Frame.GetByRoleOptions named(String name) {
    return new Frame.GetByRoleOptions().setName(name);
  }

  private static Frame.GetByRoleOptions exactly(String name) {
    return named(name).setExact(true);
  }

  private static Page.ScreenshotOptions picture(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
  }

  /** What Chatwoot's page does around a dashboard app, by its sources. */
  private static String chatwoot(String frame) {
    return """
    <!doctype html><html lang="en"><head><title>Chatwoot</title></head><body>
    <iframe id="app" title="Svarbar" width="400" height="700" src="%s"></iframe>
    <script>
      const context = %s;
      const app = document.getElementById("app");
      const tell = () => app.contentWindow.postMessage(JSON.stringify(context), "*");
      app.onload = tell;
      window.onmessage = (event) => {
        if (event.data === "chatwoot-dashboard-app:fetch-info") { tell(); }
      };
    </script></body></html>
    """
        .formatted(frame, ZendeskTokens.recorded("chatwoot-app-context.json"));
  }

  /** What Zendesk's page does around a sidebar app, by the sources of its SDK. */
  private static String zendesk(String frame, String token) {
    return """
    <!doctype html><html lang="en"><head><title>Zendesk</title></head><body>
    <label>Public reply <textarea></textarea></label>
    <iframe name="app" title="Svarbar" width="400" height="100"></iframe>
    <form method="post" target="app"><input type="hidden" name="token" value="%s"></form>
    <script>
      const registered = %s;
      const guid = registered.message.context.instanceGuid;
      const form = document.querySelector("form");
      form.action = "%s?origin=" + encodeURIComponent(location.origin) + "&app_guid=" + guid;
      const actions = {
        "comment.appendText": (text) => (document.querySelector("textarea").value += text),
        "resize": (size) => (document.querySelector("iframe").height = parseInt(size.height)),
      };
      addEventListener("message", (event) => {
        const said = JSON.parse(event.data);
        if (said.appGuid !== guid) { throw new Error("another app"); }
        const answer = (message) => event.source.postMessage(JSON.stringify({ ...message, instanceGuid: guid }), event.origin);
        if (said.key === "iframe.handshake") {
          answer(registered);
        } else if (said.request === "invoke") {
          const [name, values] = Object.entries(said.params)[0];
          const result = { errors: {} };
          actions[name] ? (result[name] = actions[name](...values)) : (result.errors[name] = { message: "no such action" });
          answer({ id: said.id, result });
        }
      });
      form.submit();
    </script></body></html>
    """
        .formatted(token, ZendeskTokens.recorded("zendesk-registered.json"), frame);
  }
}
