package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class PastQuestionsIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String SOURCE = "past-it";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void knowTwoEntries() {
    var csv =
        "key,language,visibility,question,answer\n"
            + "sauna,sv,public,Hur bokar jag bastun?,Bastun bokas på tavlan i entrén.\n"
            + "laundry,sv,public,Hur bokar jag tvättstugan?,Tvättstugan bokas på tavlan i"
            + " entrén.\n";
    PRODUCT.send(
        "POST",
        "api/knowledge/import?format=csv&source=" + SOURCE,
        Map.of("Content-Type", "text/csv"),
        BodyPublishers.ofString(csv));
    DemoKnowledge.awaitIndex(PRODUCT);
  }

  @AfterEach
  void forget() {
    PRODUCT.delete("api/past-questions?source=" + SOURCE);
    awaitLearned();
  }

  @Test
  void aQuestionInWordsThatOnlyRequestersUseFindsItsEntry() {
    var question = "Är mysrummet låst igen?";
    assertThat(keys(question)).doesNotContain("sauna");

    var said =
        bring(past("1", "Var är mysrummet?", "sauna"), past("2", "Mysrummet är låst", "sauna"));

    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().asJsonObject().getInt("added")).isEqualTo(2);
    assertThat(keys(question)).as("%s", PRODUCT.get("api/past-questions")).startsWith("sauna");
  }

  @Test
  void bringingThemTwiceChangesNothing() {
    bring(past("1", "Var är mysrummet?", "sauna"));

    var again = bring(past("1", "Var är mysrummet?", "sauna")).json().asJsonObject();

    assertThat(again.getInt("added")).isZero();
    assertThat(again.getInt("known")).isEqualTo(1);
  }

  @Test
  void saysWhatItRefusesAndTakesTheRest() {
    var said =
        bring(
                past("1", "Var är mysrummet?", "sauna"),
                past("2", "Var är poolen?", "pool"),
                past("", "Utan nummer", "sauna"),
                past("4", "   ", "sauna"))
            .json()
            .asJsonObject();

    assertThat(said.getInt("added")).isEqualTo(1);
    assertThat(said.getJsonArray("refused").getValuesAs(JsonObject.class))
        .extracting(it -> it.getInt("place") + " " + it.getString("reason"))
        .containsExactly(
            "2 entrySource, entryKey: there is no such entry",
            "3 reference: is missing",
            "4 text: is missing");
  }

  @Test
  void refusesWhatIsNoArray() {
    var json = "{\"text\":\"x\"}";

    assertThat(PRODUCT.post("api/past-questions/import?source=" + SOURCE, json).status())
        .isEqualTo(400);
    assertThat(PRODUCT.post("api/past-questions/import?source=a%20b", "[]").status())
        .isEqualTo(400);
    assertThat(PRODUCT.anonymously().get("api/past-questions").status()).isEqualTo(401);
  }

  private static JsonObject past(String reference, String text, String key) {
    return Json.createObjectBuilder()
        .add("reference", reference)
        .add("text", text)
        .add("language", "sv")
        .add("entrySource", SOURCE)
        .add("entryKey", key)
        .build();
  }

  private static Product.Answer bring(JsonObject... questions) {
    var array = Json.createArrayBuilder(List.of(questions)).build();
    var said = PRODUCT.post("api/past-questions/import?source=" + SOURCE, array.toString());
    awaitLearned();
    return said;
  }

  private static void awaitLearned() {
    Eventually.within(Duration.ofSeconds(60))
        .see(
            "past questions are learned from",
            () -> PRODUCT.get("api/past-questions").json().asJsonObject(),
            standing -> standing.getBoolean("upToDate"));
  }

  private static List<String> keys(String question) {
    var asked = Json.createObjectBuilder().add("text", question).add("language", "sv").build();
    return PRODUCT
        .post("api/suggestions", asked.toString())
        .json()
        .asJsonObject()
        .getJsonArray("suggestions")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(it -> it.getString("key"))
        .toList();
  }
}
