package org.svarbar.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;
import org.svarbar.testing.RawAnswer;
import org.svarbar.testing.Routes;
import org.svarbar.testing.Routes.Route;

/**
 * Every route, asked in every way that it answers differently: each answer says what a browser may
 * do with it.
 */
@ArquillianTest
@RunAsClient
class HeadersIT {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
  private static final String TELLS_TOO_MUCH =
      "(?s).*(RESTEASY\\d|UT0\\d|UT\\d{6}|WFLY|JBWEB|\\bat (org|java|io|jakarta)\\.|Exception\\b"
          + "|WildFly|Undertow).*";
  private static final int TOO_LONG = 11_500_000;

  /** By which a cache does not tell answers apart, and somebody might have them made different. */
  private static final List<String> SEEN_BY_NO_CACHE =
      List.of(
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "X-Original-URL",
          "X-Rewrite-URL",
          "X-HTTP-Method-Override",
          "Forwarded",
          "Origin",
          "Referer",
          "Accept-Language",
          "Cookie");

  private static final List<Map<String, String>> OF_OTHER_SITES =
      List.of(
          Map.of("Origin", "http://evil.example"),
          Map.of("Origin", "null"),
          Map.of("Sec-Fetch-Site", "cross-site"),
          Map.of("Sec-Fetch-Site", "same-site"));

  private static final Product ADMIN = Product.underTest();
  private static final Product NOBODY = ADMIN.anonymously();

  private final List<String> wrong = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void standOnEveryAnswerOfEveryRoute() {
    var admin = program("admin");
    var editor = program("editor");
    var routes = Routes.all();
    assertThat(routes).hasSizeGreaterThan(150);
    assertThat(routes).extracting(Route::name).containsAll(Routes.DISTURBING);

    for (var route : routes) {
      askAsNobody(route);
      askAs(editor, route);
      if (!Routes.DISTURBING.contains(route.name())) {
        askAs(admin, route);
      }
    }

    System.out.printf("%d routes; answers by status: %s%n", routes.size(), statuses);
    assertThat(wrong).as("answers").isEmpty();
    assertThat(statuses.keySet()).contains(200, 400, 401, 403, 404, 405, 415);
    assertThat(statuses.keySet()).allMatch(status -> status < 500);
  }

  @Test
  void knowAllRoutesOfWhatIsDeployed() {
    var answer = ADMIN.send("GET", "/openapi?format=JSON", Map.of(), BodyPublishers.noBody());
    var known =
        Routes.all().stream()
            .map(route -> "/svarbar/" + route.template().replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
            .collect(Collectors.toSet());

    JsonObject paths = answer.json().asJsonObject().getJsonObject("paths");

    assertThat(paths.keySet()).hasSizeGreaterThan(40).allMatch(known::contains);
  }

  @Test
  void standOnWhatIsTooLongAndTooOften() {
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    var site = HelpSiteForTests.open("http://localhost:9");
    var long413 = "x".repeat(1_100_000);
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    see("webhook", NOBODY.webhook(connection.id(), long413.getBytes(US_ASCII), Map.of()), 413);
    see("help", site.post("search", long413, Map.of()), 413);
    var panel = "panel/" + connection.id() + "/1/view";
    var answer = NOBODY.send("POST", panel, form, BodyPublishers.ofString(long413));
    seeFramed(answer, 413, "'self' http://127.0.0.1:9");

    Answer last = NOBODY.page("help/" + site.id(), "sv");
    for (var asked = 0; last.status() == 200 && asked < 500; asked++) {
      see("help page", last, 200);
      last = NOBODY.page("help/" + site.id(), "sv");
    }
    see("help page", last, 429);
    see("help API", site.get(""), 429);
    assertThat(wrong).isEmpty();
  }

  /** Which the server refuses to read at all. */
  @Test
  void standOnWhatNobodyReads() {
    var pair = Product.ADMIN + ":" + Product.ADMIN_PASSWORD;
    var answer =
        RawAnswer.send(
            "POST /svarbar/console/knowledge/import HTTP/1.1",
            "Host: localhost",
            "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)),
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: " + TOO_LONG);

    assertThat(answer.status()).as("%s", answer).isIn(400, 413);
    assertThat(answer.body()).as("%s", answer).isEmpty();
  }

  @Test
  void allowTheHelpdeskAloneToFrameThePanel() {
    var connection = ConnectionForTests.generic("http://127.0.0.1:9/desk");
    for (var path : List.of("", "/view", "/session", "/no-such-part")) {
      var answer = NOBODY.page("panel/" + connection.id() + "/1" + path, "sv");
      seeFramed(answer, answer.status(), "'self' http://127.0.0.1:9");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void letWhatNeverChangesBeKept() {
    var page = NOBODY.page("console", "sv").body();
    var assets = Jsoup.parse(page).select("script[src], link[href]");
    assertThat(assets).hasSizeGreaterThan(3);
    for (var asset : assets) {
      var path = (asset.attr("src") + asset.attr("href")).replaceFirst("^/svarbar/", "");
      seeKept(path, "public, max-age=31536000, immutable");
      see(path, NOBODY.get(path + "x"), 404);
    }
    seeKept("help-widget.js", "public, max-age=600");
    seeKept("help-page.css", "public, max-age=600");
    assertThat(wrong).isEmpty();
  }

  /** What the server answers without asking the application. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/no-such-application",
        "/svarbar",
        "/openapi",
        "/wildfly-services",
        "/svarbar/console/j_security_check",
        "/svarbar/j_security_check",
        "/svarbar/WEB-INF/web.xml",
        "/svarbar/META-INF/third-party.txt",
        "/svarbar/no-such-page",
        "/svarbar/..%2f..%2fetc",
        "/svarbar/console/%00",
        "/svarbar/%E0%A4%A"
      })
  void standOnAnswersOfTheServerItself(String path) {
    for (var method : List.of("GET", "POST", "TRACE", "PROPFIND", "OPTIONS")) {
      var answer = RawAnswer.ask(method + " " + path + " HTTP/1.1", "Host: localhost");
      if (method.equals("TRACE")) {
        assertThat(answer.status()).as("%s", answer).isIn(400, 405);
      }
      if (answer.body().isEmpty() && Set.of(400, 405).contains(answer.status())) {
        continue; // refused before anybody looked at it: there is nothing to guard
      }
      assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).contains("nosniff");
      assertThat(answer.header("Referrer-Policy")).as("%s", answer).contains("no-referrer");
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .as("%s", answer)
          .contains("default-src 'none'")
          .endsWith("frame-ancestors 'none'");
      assertThat(answer.header("Cache-Control").orElse("")).as("%s", answer).contains("no-store");
      assertThat(answer.header("Server")).as("%s", answer).isEmpty();
      assertThat(answer.header("X-Powered-By")).as("%s", answer).isEmpty();
      assertThat(answer.body()).as("%s", answer).doesNotMatch(TELLS_TOO_MUCH);
    }
  }

  @Test
  void offersNothingToProgramsOfTheServersOwnKind() {
    assertThat(
            RawAnswer.ask("GET /wildfly-services/naming/v1/x HTTP/1.1", "Host: localhost").status())
        .isEqualTo(404);
  }

  /** What is no request never gets as far as the headers; there is nothing for them to guard. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE",
        "GET / HTTP/9.9",
        "GET /\0 HTTP/1.1",
        "GET /svarbar/%zz HTTP/1.1",
        "GET /svarbar/console HTTP/1.1\r\nContent-Length: many",
        "GET /svarbar/console HTTP/1.1\r\nbad header",
      })
  void sayNothingToWhatIsNoRequest(String request) {
    var answer = RawAnswer.ask(request, "Host: localhost");

    if (answer.header("X-Content-Type-Options").isEmpty()) {
      assertThat(answer.body()).as("%s", answer).isEmpty();
    }
  }

  private void askAsNobody(Route route) {
    var path = route.pathToNothing();
    see(route + " of nobody", ask(NOBODY, route.method(), path, Map.of()));
    var elsewhere = Map.of("Sec-Fetch-Site", "cross-site");
    see(route + " of another site", ask(NOBODY, route.method(), path, elsewhere));
    see(route + " asked with HEAD", ask(NOBODY, "HEAD", path, Map.of()));
    see(route + " asked with OPTIONS", ask(NOBODY, "OPTIONS", path, Map.of()));
  }

  private void askAs(Product who, Route route) {
    var path = route.pathToNothing();
    see("PATCH " + path, ask(who, "PATCH", path, Map.of()));
    see(route + " in no language", ask(who, "GET", path, Map.of("Accept", "image/x-none")));
    if (!route.isChanging()) {
      see(route.toString(), ask(who, route.method(), path, Map.of()));
      return;
    }
    var isGuarded = path.matches("(api|console|panel)(/.*)?");
    for (var site : OF_OTHER_SITES) {
      var answer = ask(who, route.method(), path, site);
      see(route + " with " + site, answer, isGuarded ? 403 : answer.status());
    }
    for (var type : List.of("application/json", "application/x-www-form-urlencoded", "x/none")) {
      var body = who.send(route.method(), path, Map.of("Content-Type", type), bad());
      see(route + " with " + type, body);
    }
    askInDisguise(who, route, path);
  }

  /** What a page of another site may send without asking first, in the hope to be misread. */
  private void askInDisguise(Product who, Route route, String path) {
    var disguised = Map.of("X-HTTP-Method-Override", route.method(), "X-Method-Override", "DELETE");
    var looked = ask(who, "GET", path + "?_method=" + route.method(), disguised);
    var plain = ask(who, "GET", path, Map.of());
    see(route + " disguised", looked, plain.status());
    if (path.startsWith("api/") && !route.takesAnything()) {
      var text = Map.of("Content-Type", "text/plain");
      var sent = who.send(route.method(), path, text, BodyPublishers.ofString("{\"name\":\"x\"}"));
      if (sent.status() < 400) {
        wrong.add(route + " takes JSON as text/plain: " + sent);
      }
    }
  }

  private static java.net.http.HttpRequest.BodyPublisher bad() {
    return BodyPublishers.ofString("[");
  }

  private static Answer ask(Product who, String method, String path, Map<String, String> headers) {
    return who.send(method, path, headers, BodyPublishers.noBody());
  }

  private void see(String what, Answer answer, int status) {
    if (answer.status() != status) {
      wrong.add(what + ": not " + status + " but " + answer);
    }
    see(what, answer);
  }

  private void seeFramed(Answer answer, int status, String by) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    look(answer.response().uri().getPath(), answer, by, "no-store");
  }

  private void seeKept(String path, String kept) {
    var answer = NOBODY.get(path);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    look(path, answer, "'none'", kept);
    for (var header : SEEN_BY_NO_CACHE) {
      var poisoned = ask(NOBODY, "GET", path, Map.of(header, "evil.example"));
      assertThat(poisoned.status()).as("%s: %s", header, poisoned).isEqualTo(200);
      assertThat(poisoned.body()).as("%s of %s", header, path).isEqualTo(answer.body());
      look(path + " with " + header, poisoned, "'none'", kept);
    }
  }

  private void see(String what, Answer answer) {
    var isFile = what.matches("GET help-(widget\\.js|page\\.css)(?!.*OPTIONS).*");
    look(
        what,
        answer,
        "'none'",
        isFile && answer.status() == 200 ? "public, max-age=600" : "no-store");
  }

  private void look(String what, Answer answer, String framedBy, String kept) {
    statuses.merge(answer.status(), 1, Integer::sum);
    expect(what, answer, "Content-Security-Policy", POLICY + framedBy);
    expect(what, answer, "X-Content-Type-Options", "nosniff");
    expect(what, answer, "Referrer-Policy", "no-referrer");
    expect(what, answer, "Cross-Origin-Opener-Policy", "same-origin");
    expect(what, answer, "Cache-Control", kept);
    if (answer.header("X-Powered-By").isPresent() || answer.header("Server").isPresent()) {
      wrong.add(what + ": says what it runs on: " + answer);
    }
    if (!what.contains("help-") && answer.header("Access-Control-Allow-Origin").isPresent()) {
      wrong.add(what + ": lets other sites' scripts read it: " + answer);
    }
    var type = answer.header("Content-Type").orElse("");
    if (!answer.body().isEmpty() && type.isEmpty()) {
      wrong.add(what + ": does not say what it is: " + answer);
    }
    if (type.startsWith("text/") && !type.toLowerCase(Locale.ROOT).endsWith("charset=utf-8")) {
      wrong.add(what + ": does not say its character set: " + answer);
    }
    if (answer.status() >= 400 && answer.body().matches(TELLS_TOO_MUCH)) {
      wrong.add(what + ": tells too much: " + answer);
    }
  }

  private void expect(String what, Answer answer, String header, String value) {
    var all = answer.response().headers().allValues(header);
    if (!all.equals(List.of(value))) {
      wrong.add(what + " (" + answer.status() + "): " + header + " is " + all);
    }
  }

  private static Product program(String role) {
    var name = "headers-" + UUID.randomUUID();
    var made =
        ADMIN.post("api/access-keys", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return ADMIN.as(name, made.json().asJsonObject().getString("key"));
  }
}
