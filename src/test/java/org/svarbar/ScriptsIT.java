package org.svarbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.AnswerFormat;
import org.svarbar.knowledge.AnswerHtml;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.HostPage;
import org.svarbar.testing.Product;
import org.svarbar.testing.ScriptPayloads;
import org.svarbar.testing.Tripwire;

/** What strangers write is shown and never run, by two defences of which each would be enough. */
@ArquillianTest
@RunAsClient
class ScriptsIT {

  private static final Product PRODUCT = Product.underTest();
  private static final List<String> PAYLOADS = ScriptPayloads.all();
  private static final String SOURCE = "scripts";
  private static final String WORD = "kvarkottar";
  private static final int ENTRY = 20;
  private static final int TICKET = 40;
  private static final int FRAMES = 120;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /** Raw texts in documents of their own, without and with the product's policy. */
  @Test
  void arePreventedByThePolicyAlone() {
    assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    try (var chromium = Chromium.start();
        var fixture = FakeHelpdesk.start()) {
      var unguarded = trippedBy(chromium, fixture, "raw", PAYLOADS, "");
      System.out.printf(
          "%d script payloads; without the policy %d of them run%n",
          PAYLOADS.size(), unguarded.size());
      assertThat(unguarded).as("the tripwire works").hasSizeGreaterThan(PAYLOADS.size() / 3);

      assertThat(trippedBy(chromium, fixture, "guarded", PAYLOADS, policy())).isEmpty();
    }
  }

  /** What the product makes of them, on pages that forbid nothing. */
  @Test
  void arePreventedBySanitisingAlone() {
    var fragments = new ArrayList<String>();
    for (var format : AnswerFormat.values()) {
      PAYLOADS.forEach(payload -> fragments.add(AnswerHtml.of(payload, format)));
    }
    var packed = packed(fragments, 10);
    try (var chromium = Chromium.start();
        var fixture = FakeHelpdesk.start()) {
      assertThat(trippedBy(chromium, fixture, "sanitised", packed, "")).isEmpty();
    }
  }

  /**
   * In the console, in the panel of tickets that hold them, in notes, in replays of such tickets,
   * and where customers are helped.
   */
  @Test
  void doNotRunInTheProduct() {
    importEntries();
    try (var chromium = Chromium.start();
        var fixture = FakeHelpdesk.start();
        var helpdesk = GenericHelpdesk.start();
        var host = HostPage.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      var tickets = tickets(helpdesk, connection, HelpSiteForTests.open(host.origin()));
      var page = chromium.open(new NewContextOptions().setLocale("en"));
      var here = Set.of(PRODUCT.at("").getAuthority());
      var wire = Tripwire.across(page, here);
      Chromium.logIn(page, PRODUCT.at("console"));
      lookAtKnowledge(page, wire);
      lookForThem(page, wire);
      lookAtTickets(page, wire, connection, tickets);
      lookAtPastTickets(page, wire, connection);
      lookAtHelpPage(page, wire, HelpSiteForTests.open(host.origin()));
      assertThat(wire.tripped()).isEmpty();
      assertThat(wire.otherwise()).isEmpty();
      lookAtWidget(chromium, host);
      lookAtNotes(chromium, fixture, helpdesk, tickets);
    } finally {
      removeEntries();
    }
  }

  private static void importEntries() {
    var entries = Json.createArrayBuilder();
    var packs = packs(PAYLOADS, ENTRY);
    for (var i = 0; i < packs.size(); i++) {
      entries.add(entry(i, packs.get(i)));
    }
    var report =
        PRODUCT.post(
            "api/knowledge/import?source=" + SOURCE + "&format=json", entries.build().toString());
    assertThat(report.status()).as("%s", report).isEqualTo(200);
    assertThat(report.json().asJsonObject().getJsonArray("refused")).as("%s", report).isEmpty();
    DemoKnowledge.awaitIndex(PRODUCT);
  }

  private static JsonObjectBuilder entry(int number, List<String> pack) {
    var questions = Json.createArrayBuilder();
    pack.forEach(payload -> questions.add(shown(payload)));
    return Json.createObjectBuilder()
        .add("key", "e" + number)
        .add("language", "en")
        .add("visibility", "public")
        .add("group", shown(pack.getFirst()))
        .add("questions", questions)
        .add("answer", "How the " + WORD + " works. " + typed(String.join("\n\n", pack)))
        .add("format", number % 2 == 0 ? "html" : "markdown")
        .add("url", "https://faq.example/?a=%22%3E%3Cscript%3Ehit(1)%3C/script%3E");
  }

  /** Names and titles are one line without what no editor can type. */
  private static String shown(String payload) {
    return payload.replaceAll("[\\x00-\\x1f\\u2028\\u2029]", " ").strip() + " " + WORD;
  }

  /** The product refuses entries with control characters. */
  private static String typed(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
  }

  /** An index that is built anew does not count them among its words either. */
  private static void removeEntries() {
    for (var id : entries()) {
      var answer =
          PRODUCT.send(
              "POST",
              id + "/retire",
              Map.of("Content-Type", "application/x-www-form-urlencoded"),
              BodyPublishers.noBody());
      assertThat(answer.status()).as("%s", answer).isEqualTo(303);
    }
    DemoKnowledge.awaitIndex(PRODUCT);
    assertThat(PRODUCT.post("api/knowledge/index/rebuild", "").status()).isEqualTo(202);
    DemoKnowledge.awaitIndex(PRODUCT);
  }

  private static Set<String> entries() {
    var links = new LinkedHashSet<String>();
    var list = PRODUCT.page("console/knowledge?text=" + WORD, "en").body();
    Jsoup.parse(list)
        .select("main th a")
        .forEach(link -> links.add(link.attr("href").replaceFirst("^/svarbar/", "")));
    return links;
  }

  /** One with forty payloads each; the first belongs to a session of the same person. */
  private static List<String> tickets(
      GenericHelpdesk helpdesk, ConnectionForTests connection, HelpSiteForTests site) {
    var ids = new ArrayList<String>();
    var session = site.session();
    session.isOf("mia@kund.example");
    for (var pack : packs(PAYLOADS, TICKET)) {
      var id = Integer.toString(ids.size() + 1);
      ids.add(id);
      session.says(
          Json.createObjectBuilder()
              .add("kind", "search")
              .add("text", String.join(" ", pack.subList(0, Math.min(9, pack.size()))))
              .add("entries", Json.createArrayBuilder())
              .build()
              .toString());
      var body = "How do I set up the " + WORD + "?\n" + String.join("\n", pack);
      var from = id.equals("1") ? "mia@kund.example" : shown(pack.get(1));
      connection.deliver(
          UUID.randomUUID().toString(), helpdesk.open(id, from, pack.getFirst(), body));
    }
    for (var id : ids) {
      var judged = "api/triage/verdicts/" + connection.id() + "?ticket=" + id;
      Eventually.soon().see("a verdict", () -> PRODUCT.get(judged).body(), it -> !it.equals("[]"));
    }
    return ids;
  }

  private static void lookAtKnowledge(Page page, Tripwire wire) {
    var entries = entries();
    assertThat(entries).hasSize(packs(PAYLOADS, ENTRY).size());
    see(page, wire, "console/knowledge?text=" + WORD);
    for (var entry : entries) {
      see(page, wire, entry);
    }
    see(page, wire, entries.iterator().next() + "/edit");
    see(page, wire, "console/knowledge/report");
  }

  private static void lookForThem(Page page, Tripwire wire) {
    for (var pack : packs(PAYLOADS, TICKET)) {
      page.navigate(PRODUCT.at("console/try").toString());
      page.locator("#subject").fill(pack.getFirst());
      page.locator("#text").fill(WORD + " " + String.join("\n", pack));
      page.locator("main form button").click();
      page.locator("#result h2").first().waitFor();
      assertThat(wire.dangers()).as(page.url()).isEmpty();
      var sought = String.join("", pack.subList(0, 4));
      see(page, wire, "console/knowledge?text=" + encoded(sought));
    }
  }

  private static void lookAtTickets(
      Page page, Tripwire wire, ConnectionForTests connection, List<String> tickets) {
    for (var ticket : tickets) {
      page.navigate(
          PRODUCT.at("panel/open?connection=" + connection.id() + "&ticket=" + ticket).toString());
      page.getByRole(AriaRole.BUTTON).click();
      page.getByLabel("Search the answers").fill(PAYLOADS.get(Integer.parseInt(ticket)) + WORD);
      page.keyboard().press("Enter");
      page.locator("summary").all().forEach(it -> it.evaluate("it => it.parentNode.open = true"));
      assertThat(wire.settled().dangers()).as(page.url()).isEmpty();
    }
    see(page, wire, "console/deliveries?connection=" + connection.id());
    var deliveries = page.locator("main th a").all().stream().map(it -> it.getAttribute("href"));
    deliveries.limit(5).toList().forEach(it -> see(page, wire, it.replaceFirst("/svarbar/", "")));
  }

  /** The page on which each is judged, one after the other. */
  private static void lookAtPastTickets(Page page, Tripwire wire, ConnectionForTests connection) {
    var lines = new StringBuilder();
    var packs = packs(PAYLOADS, TICKET);
    for (var i = 0; i < packs.size(); i++) {
      lines.append(pastTicket(i, packs.get(i)).build()).append('\n');
    }
    var path = "api/triage/replays/file?strict=false&connection=" + connection.id();
    var started = PRODUCT.post(path, lines.toString());
    assertThat(started.status()).as("%s", started).isEqualTo(201);
    var id = started.json().asJsonObject().getJsonNumber("id");
    var replay = "api/triage/replays/" + id;
    Eventually.soon()
        .see(
            "the replay is over",
            () -> PRODUCT.get(replay).json().asJsonObject().getString("state"),
            "finished"::equals);
    var next = PRODUCT.get(replay + "/next").json().asJsonObject().getJsonNumber("id").longValue();
    var seen = 0;
    // its cases were stored one after the other
    for (var found = Math.max(1, next - packs.size()); found <= next + packs.size(); found++) {
      see(page, wire, "console/replays/" + id + "/judge?case=" + found);
      seen += page.locator("main").innerText().contains("hit(") ? 1 : 0;
    }
    assertThat(seen).as("past tickets that were looked at").isEqualTo(packs.size());
    see(page, wire, "console/replays/" + id);
    see(page, wire, "console/replays");
    var removed = PRODUCT.send("DELETE", replay, Map.of(), BodyPublishers.noBody());
    assertThat(removed.status()).as("%s", removed).isEqualTo(204);
  }

  private static JsonObjectBuilder pastTicket(int number, List<String> pack) {
    return Json.createObjectBuilder()
        .add("id", "past-" + number)
        .add("language", "en")
        .add("group", shown(pack.getFirst()))
        .add("from", "mia@kund.example")
        .add("subject", pack.getFirst())
        .add("question", "How do I set up the " + WORD + "?\n" + String.join("\n", pack))
        .add("reply", number == 0 ? "I call you on Friday." : String.join("\n", pack))
        .add("askedAt", "2025-11-22T09:14:58Z")
        .add("repliedAt", "2025-11-22T09:30:00Z");
  }

  /** Each entry as a customer opens it, and what they typed. */
  private static void lookAtHelpPage(Page page, Tripwire wire, HelpSiteForTests site) {
    var address = PRODUCT.at("help/" + site.id() + "?language=en").toString();
    page.navigate(address);
    for (var entry : entries()) {
      var id = entry.replaceFirst(".*/", "");
      submit(page, Map.of("open", id, "q", WORD, "language", "en"));
      page.locator("main .body").waitFor();
      assertThat(wire.dangers()).as("entry " + id).isEmpty();
    }
    for (var pack : packs(PAYLOADS, TICKET)) {
      var text = String.join(" ", pack);
      submit(page, Map.of("q", WORD + " " + text.substring(0, 480), "language", "en"));
      page.locator("main .hits").waitFor();
      assertThat(wire.dangers()).as("what was sought").isEmpty();
    }
  }

  /** As the page's own forms do, which stand between others; what it shows now goes at once. */
  private static void submit(Page page, Map<String, String> fields) {
    page.evaluate(
        """
        fields => {
          const form = document.createElement("form");
          form.method = "post";
          form.action = location.pathname;
          for (const [name, value] of Object.entries(fields)) {
            const input = document.createElement("input");
            input.type = "hidden";
            input.name = name;
            input.value = value;
            form.append(input);
          }
          document.querySelector("main").remove();
          document.body.append(form);
          form.submit();
        }
        """,
        fields);
  }

  /** On a page of another origin that lets scripts of the product run. */
  private static void lookAtWidget(Chromium chromium, HostPage host) {
    var site = HelpSiteForTests.open(host.origin());
    var page = chromium.open(new NewContextOptions().setLocale("en"));
    var here = Set.of(PRODUCT.at("").getAuthority(), host.origin().replace("http://", ""));
    var wire = Tripwire.across(page, here);
    page.navigate(host.shows(site, "en", "light").toString());
    for (var first = 0; first < PAYLOADS.size(); first += PAYLOADS.size() / 8) {
      page.locator("#q").fill(WORD + " " + PAYLOADS.get(first));
      page.keyboard().press("Enter");
      page.locator(".hit").first().click();
      page.locator("h2").first().waitFor();
      wire.settled();
      page.reload();
    }
    assertThat(wire.tripped()).isEmpty();
    assertThat(wire.otherwise()).isEmpty();
    page.context().close();
  }

  /** As a helpdesk shows them that trusts us: in pages that forbid nothing. */
  private static void lookAtNotes(
      Chromium chromium, FakeHelpdesk fixture, GenericHelpdesk helpdesk, List<String> tickets) {
    var notes = tickets.stream().flatMap(ticket -> helpdesk.notes(ticket).stream()).toList();
    assertThat(notes).hasSizeGreaterThan(tickets.size() / 2).anyMatch(it -> it.contains("hit("));
    assertThat(trippedBy(chromium, fixture, "notes", notes, "")).isEmpty();
  }

  private static void see(Page page, Tripwire wire, String path) {
    page.navigate(PRODUCT.at(path).toString());
    assertThat(wire.dangers()).as(path).isEmpty();
  }

  /** The numbers of those whose scripts run, each in a frame of its own. */
  private static Set<Integer> trippedBy(
      Chromium chromium, FakeHelpdesk fixture, String name, List<String> bodies, String policy) {
    var headers =
        policy.isEmpty()
            ? Map.of("Content-Type", "text/html; charset=utf-8")
            : Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", policy);
    fixture.on(
        "GET", "/" + name + "/[0-9]+", asked -> new Reply(200, headers, body(asked, bodies)));
    var page = chromium.open(new NewContextOptions());
    var wire = Tripwire.across(page, Set.of(fixture.base().getAuthority()));
    for (var first = 0; first < bodies.size(); first += FRAMES) {
      var frames =
          IntStream.range(first, Math.min(first + FRAMES, bodies.size()))
              .mapToObj(it -> "<iframe src='/" + name + "/" + it + "'></iframe>")
              .collect(Collectors.joining("\n", "<!doctype html><title>x</title>", ""));
      var path = "/all-" + name + "-" + first;
      fixture.on(
          "GET",
          path,
          asked -> new Reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), frames));
      page.navigate(fixture.base() + path);
      wire.settled().touched();
    }
    page.context().close();
    return wire.tripped();
  }

  private static String body(FakeHelpdesk.Received asked, List<String> bodies) {
    var number = Integer.parseInt(asked.path().replaceFirst(".*/", ""));
    return "<!doctype html><html><head><title>x</title></head><body>\n"
        + bodies.get(number)
        + "\n</body></html>";
  }

  /** The product's own, but that the fixture shows its pages in frames. */
  private static String policy() {
    return PRODUCT
        .page("console", "en")
        .header("Content-Security-Policy")
        .orElseThrow()
        .replaceFirst("; frame-ancestors .*", "");
  }

  private static List<String> packed(List<String> all, int size) {
    return packs(all, size).stream().map(pack -> String.join("\n", pack)).toList();
  }

  private static <T> List<List<T>> packs(List<T> all, int size) {
    return IntStream.range(0, (all.size() + size - 1) / size)
        .mapToObj(it -> all.subList(it * size, Math.min(all.size(), (it + 1) * size)))
        .toList();
  }

  private static String encoded(String text) {
    var start = text.substring(0, Math.min(180, text.length()));
    return java.net.URLEncoder.encode(start, java.nio.charset.StandardCharsets.UTF_8);
  }
}
