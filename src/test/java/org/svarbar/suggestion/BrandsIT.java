package org.svarbar.suggestion;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** Who asks under one brand is not answered from another's sources. */
@ArquillianTest
@RunAsClient
class BrandsIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String QUESTION = "Hur hyr jag en kajak över helgen?";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /** Kayaks, of which no other test knows anything. */
  @BeforeEach
  void knowKayaks() {
    DemoKnowledge.known();
    know("kajak-nord", QUESTION, "I norr hyr du kajaken på bryggan, av hamnvakten.");
    know("kajak-syd", QUESTION, "I söder hyr du kajaken i glasskiosken vid badet.");
    know("kajak-alla", "Hur rengör jag en kajak?", "Skölj kajaken med vatten.");
    DemoKnowledge.awaitIndex(PRODUCT);
    put("Nord", "{\"sources\":[\"kajak-nord\"]}", 201);
    put("Syd", "{\"sources\":[\"kajak-syd\"]}", 201);
  }

  @AfterEach
  void forgetBrands() {
    for (var brand : List.of("Nord", "Syd", "Mitt")) {
      PRODUCT.delete("api/brands/" + brand);
    }
  }

  @Test
  void answersOfAnotherBrandAreNotThere() {
    assertThat(sources(QUESTION, "")).contains("kajak-nord", "kajak-syd");
    assertThat(sources(QUESTION, "Nord")).contains("kajak-nord").doesNotContain("kajak-syd");
    assertThat(sources(QUESTION, "Syd")).contains("kajak-syd").doesNotContain("kajak-nord");
    assertThat(sources("Hur rengör jag en kajak?", "Syd")).contains("kajak-alla");
  }

  @Test
  void ticketsComeUnderTheirConnectionsBrand() {
    try (var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      put(
          "Syd",
          "{\"sources\":[\"kajak-syd\"],\"connections\":[\"" + connection.id() + "\"]}",
          200);

      connection.deliver("w1", helpdesk.open("1", "Kajak", "Hej!\n\n" + QUESTION));

      var note =
          Eventually.soon()
              .see("a note", () -> helpdesk.notes("1"), notes -> !notes.isEmpty())
              .getFirst();
      assertThat(note).contains("glasskiosken").doesNotContain("bryggan");
    }
  }

  @Test
  void customersOfASiteReadOnlyItsBrand() {
    var site = HelpSiteForTests.open("https://kajak-syd.example");
    put("Syd", "{\"sources\":[\"kajak-syd\"],\"sites\":[\"" + site.id() + "\"]}", 200);
    var other = HelpSiteForTests.open("https://kajak-nord.example");
    put("Nord", "{\"sources\":[\"kajak-nord\"],\"sites\":[\"" + other.id() + "\"]}", 200);

    var south = site.search(QUESTION, "sv").json().toString();
    var north = other.search(QUESTION, "sv").json().asJsonArray();

    assertThat(south).contains("glasskiosken").doesNotContain("bryggan");
    var id = north.getJsonObject(0).getJsonNumber("id").longValue();
    assertThat(other.get("/answers/" + id).status()).isEqualTo(200);
    assertThat(site.get("/answers/" + id).status()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNotThereAndWhatBelongsToAnother() {
    put("Mitt", "{\"sources\":[]}", 400);
    put("Mitt", "{\"sources\":[\"no-such\"]}", 400);
    put("Mitt", "{\"sources\":[\"kajak-alla\"],\"connections\":[\"no-such\"]}", 400);
    put("Mitt", "not json", 400);
    put("Mitt", "{\"sources\":[\"kajak-syd\",\"kajak-alla\"]}", 409);
    assertThat(PRODUCT.get("api/brands").json().toString()).doesNotContain("Mitt");
    assertThat(ask(QUESTION, "Mitt").status()).isEqualTo(400);
    assertThat(PRODUCT.delete("api/brands/Mitt").status()).isEqualTo(404);
    assertThat(PRODUCT.anonymously().get("api/brands").status()).isEqualTo(401);
  }

  @Test
  void changesOfTheSameBrandAtOnceDoNotFail() {
    var body = "{\"sources\":[\"kajak-alla\"]}";

    for (int round = 0; round < 20; round++) {
      var answers =
          IntStream.range(0, 4)
              .mapToObj(i -> supplyAsync(() -> PRODUCT.put("api/brands/Mitt", body)))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers)
          .extracting(Answer::status)
          .isSubsetOf(200, 201, 409)
          .containsAnyOf(200, 201);
    }
  }

  @Test
  void forgetsWhatIsNotThereAnyMore() {
    var site = HelpSiteForTests.open("https://a.example");
    var connection = ConnectionForTests.generic("http://127.0.0.1:9");
    var parts = "{\"sites\":[\"%s\"],\"connections\":[\"%s\"],\"sources\":[\"kajak-alla\"]}";
    put("Mitt", parts.formatted(site.id(), connection.id()), 201);

    PRODUCT.delete("api/sites/" + site.id());
    PRODUCT.send(
        "POST",
        "console/connections/" + connection.id() + "/remove",
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        BodyPublishers.noBody());

    assertThat(PRODUCT.get("api/brands").body())
        .contains("kajak-alla")
        .doesNotContain(site.id(), connection.id());
  }

  @Test
  void administratorsSetBrandsUpInTheConsole() {
    try (var chromium = Chromium.start()) {
      var page = chromium.open(new NewContextOptions().setLocale("sv"));
      Chromium.logIn(page, PRODUCT.at("console/brands"));
      page.getByRole(AriaRole.LINK, name("Nytt varumärke")).click();
      page.getByLabel("Namn").fill("Mitt");
      page.getByRole(AriaRole.CHECKBOX, checkbox("kajak-syd")).check();
      page.getByRole(AriaRole.BUTTON, button("Spara")).click();

      assertThat(page.getByRole(AriaRole.ALERT).first().textContent()).contains("kajak-syd");
      page.getByRole(AriaRole.CHECKBOX, checkbox("kajak-syd")).uncheck();
      page.getByRole(AriaRole.CHECKBOX, checkbox("kajak-alla")).check();
      page.screenshot(picture("brand-form"));
      page.getByRole(AriaRole.BUTTON, button("Spara")).click();

      assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("sparat");
      page.screenshot(picture("brands"));
      assertThat(chromium.complaints()).isEmpty();
    }
    assertThat(sources("Hur rengör jag en kajak?", "Mitt")).contains("kajak-alla");
    assertThat(sources("Hur rengör jag en kajak?", "Syd")).doesNotContain("kajak-alla");
  }

  private static GetByRoleOptions name(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static GetByRoleOptions checkbox(String name) {
    return name(name).setExact(true);
  }

  private static GetByRoleOptions button(String name) {
    return name(name).setExact(true);
  }

  private static ScreenshotOptions picture(String name) {
    return new ScreenshotOptions()
        .setFullPage(true)
        .setPath(Path.of("target/screenshots", name + ".png"));
  }

  private static void put(String brand, String body, int status) {
    var answer = PRODUCT.put("api/brands/" + brand, body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
  }

  private static List<String> sources(String question, String brand) {
    var answer = ask(question, brand).json().asJsonObject();
    return Stream.of("suggestions", "passedOver")
        .flatMap(it -> answer.getJsonArray(it).getValuesAs(JsonObject.class).stream())
        .map(it -> it.getString("source"))
        .toList();
  }

  private static Answer ask(String question, String brand) {
    var asked = Json.createObjectBuilder().add("text", question).add("language", "sv");
    if (!brand.isEmpty()) {
      asked.add("brand", brand);
    }
    return PRODUCT.post("api/suggestions", asked.add("most", 20).build().toString());
  }

  private static void know(String source, String question, String answer) {
    var rows =
        "key,language,visibility,question,answer\n"
            + String.join(",", "kajak", "sv", "public", question, '"' + answer + '"')
            + "\n";
    PRODUCT.send(
        "POST",
        "api/knowledge/import?format=csv&source=" + source,
        Map.of("Content-Type", "text/csv"),
        BodyPublishers.ofString(rows));
  }
}
