package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.HelpSiteForTests.Session;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;
import org.svarbar.testing.StandardWebhook;

/** What a customer did before reaches the person who helps them, once, and nobody else. */
@ArquillianTest
@RunAsClient
class HandoverIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String ORIGIN = "https://www.nordlys.example";
  private static final String TITLE = "Vad kunden gjorde innan hen skrev";

  private GenericHelpdesk helpdesk;
  private ConnectionForTests connection;
  private HelpSiteForTests site;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    helpdesk = GenericHelpdesk.start();
    connection = ConnectionForTests.generic(helpdesk.base());
    site =
        HelpSiteForTests.of(
            ORIGIN,
            HelpSiteForTests.form(ORIGIN)
                .add("consentRequired", false)
                .add("connection", connection.id()));
  }

  @AfterEach
  void disconnect() {
    helpdesk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "fi", "en"})
  void writesTheSessionThatTheMailNamesIntoTheTicketOnce(String language) {
    var session = site.session();
    var title = DemoKnowledge.title(language, "invoice-copy");
    readsInVain(session, title, language);

    deliver(helpdesk.open("1", title + " [" + session.reference() + "]", title));
    var note = handover("1");
    deliver(helpdesk.move("1", "Fakturor"));
    deliver(helpdesk.assign("1", "agneta.lind"));
    deliver(helpdesk.reply("1", "Hallå? " + session.reference()));
    allIsDone(4);

    assertThat(note.text())
        .contains(
            "Säker koppling: ärendet innehåller " + session.reference(),
            "Frågade senast: " + title,
            title + " (läste i 3 min, hjälpte inte)",
            "sökte: " + title,
            "sa att det inte hjälpte: " + title);
    assertThat(handovers("1")).hasSize(1);
  }

  @Test
  void putsWhatTheCustomerHasReadBehindAndSaysWhy() {
    var session = site.session();
    var text = "Hur får jag en kopia på en faktura? Och när förfaller fakturan, kan jag byta dag?";
    deliver(helpdesk.open("1", "Faktura", text));
    var title = suggested("1").getFirst();

    readsInVain(session, title, "sv");
    connection.conduct("{\"mode\":\"draft\"}");
    deliver(helpdesk.open("2", "Faktura", text + " " + session.reference()));
    var suggested = suggested("2");
    var draft =
        Eventually.soon().see("a draft", () -> helpdesk.draft("2").orElse(""), it -> !it.isEmpty());

    assertThat(suggested).hasSizeGreaterThan(1).endsWith(title);
    assertThat(suggestions("2").text())
        .contains("kunden har läst det här, 3 min: det hjälpte inte")
        .contains("kunden har försökt själv: ”" + title + "” hjälpte inte");
    assertThat(Jsoup.parse(draft).select("p").eachText().get(1))
        .startsWith("Tack för att du letade själv först.")
        .contains("”" + title + "”");
  }

  @Test
  void goesOnWhereTheNoteLinksTo() {
    var session = site.session();
    session.says("{\"kind\":\"question\",\"text\":\"Varför är fakturan så hög?\"}");
    deliver(helpdesk.open("1", "Faktura " + session.reference(), "Var är min faktura?"));
    var link = handover("1").select("a[href*=/panel/]").attr("href");
    var pass = Map.of("Svarbar-Panel", passOf(link), "Accept-Language", "sv");
    var before = panel(pass, "news").body();

    session.says("{\"kind\":\"question\",\"text\":\"Och vem betalar portot?\"}");

    var after = panel(pass, "news?since=" + before);
    assertThat(after.status()).as("%s", after).isEqualTo(200);
    assertThat(after.body()).isNotEqualTo(before);
    assertThat(panel(pass, "view").body())
        .contains("Varför är fakturan så hög?", "Och vem betalar portot?");
    assertThat(handovers("1")).hasSize(1).first().asString().doesNotContain("portot");
    assertThat(helpdesk.files("1")).hasSize(1);
    var file = Json.createReader(new StringReader(helpdesk.files("1").getFirst())).readObject();
    assertThat(file.getString("reference")).isEqualTo(session.reference());
    assertThat(file.getString("match")).isEqualTo("exact");
    assertThat(file.getJsonArray("events").getJsonObject(0).getString("text"))
        .isEqualTo("Varför är fakturan så hög?");
  }

  private static String passOf(String link) {
    var path = link.replaceFirst("^https?://[^/]*/[^/]*/", "").replaceFirst("#.*", "");
    var pass = URLEncoder.encode(link.replaceFirst(".*#", ""), StandardCharsets.UTF_8);
    var begun =
        PRODUCT
            .anonymously()
            .send(
                "POST",
                path + "/session",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString("pass=" + pass));
    assertThat(begun.status()).as("%s", begun).isEqualTo(200);
    return begun.body();
  }

  private Answer panel(Map<String, String> pass, String part) {
    var path = "panel/" + connection.id() + "/1/" + part;
    return PRODUCT.anonymously().send("GET", path, pass, BodyPublishers.noBody());
  }

  @Test
  void waitsForTheOccasionThatTheRulesName() {
    rules("{\"occasions\":[\"moved\"]}", 200);
    var session = site.session();
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");
    deliver(helpdesk.open("1", "Faktura " + session.reference(), "Var är min faktura?"));
    deliver(helpdesk.assign("1", "agneta.lind"));
    allIsDone(2);
    assertThat(handovers("1")).isEmpty();

    var start = System.nanoTime();
    deliver(helpdesk.move("1", "Fakturor"));
    handover("1");

    System.out.printf("from move to note: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    rules("{\"occasions\":[\"whenever\"]}", 400);
    rules("{\"occasions\":[\"tagged\"],\"tags\":[\"\"]}", 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assigned", "reopened", "raised", "tagged", "escalated", "bot"})
  void tellsOnceOnEachOccasion(String occasion) {
    rules("{\"occasions\":[\"" + occasion + "\"],\"tags\":[\"VIP\"]}", 200);
    var events =
        Map.of(
            "assigned", helpdesk.assign("1", "agneta.lind"),
            "reopened", helpdesk.change("1", "status", "reopened"),
            "raised", helpdesk.change("1", "priority", "high"),
            "tagged", helpdesk.change("1", "tag", "vip"),
            "escalated", helpdesk.happen("1", "ticket.escalated"),
            "bot", helpdesk.happen("1", "ticket.handed_over"));
    var session = site.session();
    session.says("{\"kind\":\"question\",\"text\":\"Varför är fakturan så hög?\"}");
    deliver(helpdesk.open("1", "Faktura " + session.reference(), "Var är min faktura?"));
    deliver(helpdesk.change("1", "tag", "svarbar-suggest"));
    deliver(helpdesk.change("1", "tag", "whatever"));
    events.forEach(
        (other, event) -> {
          if (!other.equals(occasion)) {
            deliver(event);
          }
        });
    allIsDone(3 + events.size() - 1);
    assertThat(handovers("1")).as("before it is %s", occasion).isEmpty();

    deliver(events.get(occasion));
    handover("1");
    deliver(events.get(occasion));
    deliver(helpdesk.reply("1", "Hallå?"));
    allIsDone(3 + events.size() + 2);

    assertThat(handovers("1")).hasSize(1);
  }

  @Test
  void isFoundByTheCodeThatTheCustomerReadsOut() {
    var session = site.session();
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");
    deliver(helpdesk.open("1", "Samtal", "Kunden ringer om sin faktura"));
    allIsDone(1);
    var code = session.phoneCode();
    var heard = code.substring(0, 3).toLowerCase() + "-" + code.substring(3);

    var wrong = PRODUCT.post(handoverOf("1"), "{\"code\":\"AAAAAA\"}");
    var right = PRODUCT.post(handoverOf("1"), "{\"code\":\"" + heard + "\"}");
    var again = PRODUCT.post(handoverOf("1"), "{\"code\":\"" + heard + "\"}");

    assertThat(wrong.status()).isEqualTo(404);
    assertThat(right.status()).as("%s", right).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(handover("1").text()).contains("läste upp koden för " + session.reference());
    allIsDone(1);
    assertThat(handovers("1")).hasSize(1);
    assertThat(PRODUCT.anonymously().post(handoverOf("1"), "{}").status()).isNotEqualTo(200);
  }

  @Test
  void isProbablyTheSessionOfTheSameAddressAboutTheSame() {
    var session = site.session();
    session.isOf("Anna@Kund.example");
    connection.conduct("{\"mode\":\"draft\"}");
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");

    deliver(helpdesk.open("1", "anna@kund.example", "Wifi", "Routern blinkar rött hela tiden."));
    deliver(helpdesk.open("2", "eva@kund.example", "Faktura", "Jag vill ha en fakturakopia."));
    allIsDone(2);
    var asked = "Hur får jag en kopia på en faktura? Jag vill ha en fakturakopia.";
    deliver(helpdesk.open("3", "anna@kund.example", "Faktura", asked));

    assertThat(handover("3").text()).contains("Trolig koppling");
    assertThat(suggestions("3").text()).contains("hjälpte inte (trolig koppling)");
    assertThat(Jsoup.parse(helpdesk.draft("3").orElse("")).text()).doesNotContain("Tack för");
    assertThat(handovers("1")).isEmpty();
    assertThat(handovers("2")).isEmpty();
  }

  @Test
  void takesAWrongMatchBack() {
    var session = site.session();
    session.isOf("anna@kund.example");
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");
    deliver(helpdesk.open("1", "anna@kund.example", "Faktura", "Jag vill ha en fakturakopia."));
    handover("1");

    assertThat(PRODUCT.delete(handoverOf("1")).status()).isEqualTo(204);
    Eventually.soon()
        .see(
            "the second note",
            () -> helpdesk.notes("1"),
            notes -> notes.stream().anyMatch(it -> it.contains("gällde inte den här kunden")));
    deliver(helpdesk.move("1", "Fakturor"));
    allIsDone(2);

    assertThat(handovers("1")).hasSize(1);
    assertThat(PRODUCT.get(handoverOf("1")).status()).isEqualTo(404);
    assertThat(PRODUCT.delete(handoverOf("1")).status()).isEqualTo(404);
  }

  @Test
  void showsNothingToSomebodyWhoSendsAnothersReference() {
    var session = site.session();
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");
    deliver(helpdesk.open("1", "anna@kund.example", "Hej", "Faktura " + session.reference()));
    handover("1");

    deliver(helpdesk.open("2", "ondska@evil.example", "Hej", "Faktura " + session.reference()));
    deliver(helpdesk.open("3", "", "Hej", "Faktura " + session.reference()));
    deliver(helpdesk.open("4", "anna@kund.example", "Igen", "Faktura " + session.reference()));
    handover("4");
    allIsDone(4);

    assertThat(handovers("2")).isEmpty();
    assertThat(handovers("3")).isEmpty();
    assertThat(PRODUCT.get(handoverOf("2")).status()).isEqualTo(404);
    var code = PRODUCT.post(handoverOf("2"), "{\"code\":\"" + session.phoneCode() + "\"}");
    assertThat(code.status()).isEqualTo(404);
  }

  @Test
  void knowsASessionOfAnotherHelpdeskNot() {
    var other =
        HelpSiteForTests.of(
            ORIGIN,
            HelpSiteForTests.form(ORIGIN)
                .add("consentRequired", false)
                .add("connection", "another-helpdesk"));
    var session = other.session();
    readsInVain(session, DemoKnowledge.title("sv", "invoice-copy"), "sv");

    deliver(helpdesk.open("1", "Hej", "Faktura " + session.reference()));
    allIsDone(1);

    assertThat(handovers("1")).isEmpty();
  }

  @Test
  void leavesNothingOfASessionThatIsErased() {
    var session = site.session();
    session.says("{\"kind\":\"search\",\"text\":\"kanariefågeln Zebedeus\",\"entries\":[]}");
    deliver(helpdesk.open("1", "erika@kund.example", "Hej", "Hej " + session.reference()));
    assertThat(handover("1").text()).contains("Zebedeus");
    allIsDone(1);

    var erased =
        PRODUCT.post("api/help-sessions/erase-person", "{\"email\":\"erika@kund.example\"}");

    assertThat(erased.json().asJsonObject().getInt("erased")).isEqualTo(1);
    assertThat(session.stored().status()).isEqualTo(404);
    assertThat(PRODUCT.get(handoverOf("1")).status()).isEqualTo(404);
    deliver(helpdesk.move("1", "Fakturor"));
    allIsDone(2);
    assertThat(handovers("1")).hasSize(1);
  }

  @Test
  void escapesWhatCustomersWrite() {
    var session = site.session();
    session.says(
        "{\"kind\":\"question\",\"text\":\"<script>alert(1)</script><img src=x onerror=y>\"}");

    deliver(helpdesk.open("1", "Hej", "Hej " + session.reference()));
    var note = handover("1");

    assertThat(note.select("script, img")).isEmpty();
    assertThat(note.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void believesTheSiteAboutWhoIsLoggedIn() throws Exception {
    var email = "inloggad@kund.example";
    var at = Long.toString(Instant.now().getEpochSecond());
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signature = mac.doFinal((at + "." + email).getBytes(StandardCharsets.UTF_8));
    var identity =
        Json.createObjectBuilder()
            .add("email", email)
            .add("timestamp", at)
            .add("signature", HexFormat.of().formatHex(signature));
    site.post("sessions", Json.createObjectBuilder().add("identity", identity).build().toString());

    deliver(helpdesk.open("1", email, "Något annat", "Hej"));

    assertThat(handover("1").text()).contains("inloggad på webbplatsen");
  }

  @Test
  void takesSessionsOfBotsThatSign() {
    var secret = secret();
    var bot = "conversation-" + UUID.randomUUID();
    var report =
        """
        {"session":"%s","language":"sv","events":[
          {"id":"1","kind":"question","text":"Var är min faktura?"},
          {"id":"2","kind":"bot","text":"Menar du den för oktober?"}]}
        """
            .formatted(bot);
    var webhook = StandardWebhook.of(secret, "msg_" + UUID.randomUUID(), report);

    var taken = report(bot, webhook);
    var again = report(bot, webhook);
    var unsigned = report(bot, webhook.without("webhook-signature"));
    var forged = report(bot, webhook.with("webhook-signature", "v1,AAAA"));
    var renamed = report(bot, webhook.with("webhook-id", "msg_other"));
    var elsewhere = report("another-" + bot, webhook);

    assertThat(taken.status()).as("%s", taken).isEqualTo(200);
    assertThat(taken.json().asJsonObject().getInt("events")).isEqualTo(2);
    assertThat(again.json().asJsonObject().getInt("events")).isZero();
    assertThat(List.of(unsigned.status(), forged.status(), renamed.status())).containsOnly(401);
    assertThat(elsewhere.status()).as("%s", elsewhere).isEqualTo(400);
    var reference = taken.json().asJsonObject().getString("reference");
    deliver(helpdesk.open("1", "Chatt", "Från chatten, " + reference));
    assertThat(handover("1").text()).contains("frågade: Var är", "bot: Menar du");
  }

  @Test
  void writesIntoTheTicketThatABotNames() {
    rules("{\"occasions\":[\"bot\"]}", 200);
    var secret = secret();
    var bot = "conversation-" + UUID.randomUUID();
    deliver(helpdesk.open("1", "anna@kund.example", "Chatt", "Kunden vill tala med någon."));
    deliver(helpdesk.open("2", "eva@kund.example", "Chatt", "En annan kund."));
    var events = "\"events\":[{\"id\":\"1\",\"kind\":\"question\",\"text\":\"Var är fakturan?\"}]";

    var taken = report(bot, secret, "\"ticket\":\"1\"," + events);
    var again = report(bot, secret, "\"ticket\":\"1\"," + events);
    var others = report(bot, secret, "\"ticket\":\"2\"," + events);
    var unknown = report(bot, secret, "\"ticket\":\"77\"," + events);

    assertThat(taken.status()).as("%s", taken).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(others.status()).isEqualTo(409);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(handover("1").text()).contains("frågade: Var är fakturan?");
    allIsDone(2);
    assertThat(handovers("1")).hasSize(1);
    assertThat(handovers("2")).isEmpty();
  }

  private Answer report(String bot, String secret, String rest) {
    var body = "{\"session\":\"" + bot + "\"," + rest + "}";
    return report(bot, StandardWebhook.of(secret, "msg_" + UUID.randomUUID(), body));
  }

  private static void readsInVain(Session session, String title, String language) {
    var hit = session.site().search(title, language).json().asJsonArray().getJsonObject(0);
    var id = hit.getInt("id");
    session.says(
        Json.createObjectBuilder()
            .add("kind", "search")
            .add("text", title)
            .add("entries", Json.createArrayBuilder().add(id))
            .build()
            .toString());
    session.says("{\"kind\":\"opened\",\"entries\":[" + id + "]}");
    session.says("{\"kind\":\"read\",\"entries\":[" + id + "],\"seconds\":100}");
    session.says("{\"kind\":\"read\",\"entries\":[" + id + "],\"seconds\":80}");
    session.says("{\"kind\":\"vote\",\"entries\":[" + id + "],\"helpful\":false}");
  }

  private Answer report(String bot, StandardWebhook webhook) {
    return PRODUCT
        .anonymously()
        .send(
            "POST",
            "sites/" + site.id() + "/sessions/" + bot + "/events",
            webhook.headers(),
            BodyPublishers.ofByteArray(webhook.body()));
  }

  private String secret() {
    return PRODUCT
        .post("api/sites/" + site.id() + "/secret", "")
        .json()
        .asJsonObject()
        .getString("secret");
  }

  private void rules(String rules, int status) {
    var answer = PRODUCT.put("api/handover-rules/" + connection.id(), rules);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
  }

  private String handoverOf(String ticket) {
    return "api/handover/" + connection.id() + "/" + ticket;
  }

  private void deliver(String event) {
    var answer = connection.deliver("msg_" + UUID.randomUUID(), event);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private List<String> handovers(String ticket) {
    return helpdesk.notes(ticket).stream().filter(note -> note.contains(TITLE)).toList();
  }

  private org.jsoup.nodes.Document handover(String ticket) {
    return Jsoup.parse(
        Eventually.soon()
            .see("a handover to " + ticket, () -> handovers(ticket), found -> !found.isEmpty())
            .getFirst());
  }

  private org.jsoup.nodes.Document suggestions(String ticket) {
    return Jsoup.parse(
        Eventually.soon()
            .see(
                "suggestions in " + ticket,
                () -> helpdesk.notes(ticket).stream().filter(it -> it.contains("<p><em>")).toList(),
                found -> !found.isEmpty())
            .getFirst());
  }

  private List<String> suggested(String ticket) {
    return suggestions(ticket).select("li strong").eachText();
  }

  private void allIsDone(int deliveries) {
    Eventually.soon().see("deliveries", () -> count("deliveries", "done"), it -> it == deliveries);
    Eventually.soon().see("no open action", () -> count("actions", "open"), it -> it == 0);
  }

  private int count(String what, String state) {
    JsonObject json =
        PRODUCT
            .get("api/" + what + "?connection=" + connection.id() + "&state=" + state)
            .json()
            .asJsonObject();
    return json.getInt("count");
  }
}
