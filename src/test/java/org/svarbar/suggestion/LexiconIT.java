package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class LexiconIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String HEADER = "key,language,visibility,question,answer\n";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  /** Boats, of which no other test knows anything. */
  @BeforeEach
  void knowTranslatedEntries() {
    know(
        "marina",
        row("mooring", "en", "How do I rent a mooring?", "You rent a mooring at the harbour.")
            + row("mooring", "fi", "Miten vuokraan venepaikan?", "Venepaikka vuokrataan satamasta.")
            + row("crane", "en", "What does the crane cost?", "The crane costs ninety euros.")
            + row("crane", "fi", "Mitä nosturi maksaa?", "Nosturi maksaa yhdeksänkymmentä euroa.")
            + row("mast", "en", "Who repairs a broken mast?", "The rigger repairs a broken mast.")
            + row("mast", "fi", "Kuka korjaa katkenneen maston?", "Takiloija korjaa maston.")
            + row("dinghy", "en", "May I rent a dinghy?", "The dinghy is rented by the hour.")
            + row("dinghy", "fi", "Voinko vuokrata jollan?", "Jolla vuokrataan tunniksi.")
            + row("sail", "en", "May I rent a dinghy with a sail?", "The sail is in the harbour.")
            + row("sail", "fi", "Voinko vuokrata jollan ja purjeen?", "Purje on satamassa.")
            + row("lock", "en", "Where do I lock the dinghy?", "Lock it in the harbour.")
            + row("lock", "fi", "Mihin lukitsen jollan?", "Lukitse se satamassa.")
            + row("repair", "en", "Who repairs the crane?", "The rigger repairs the crane.")
            + row("repair", "fi", "Kuka korjaa nosturin?", "Takiloija korjaa nosturin."));
  }

  @Test
  void anEnglishQuestionFindsAnEntryThatIsThereInFinnishAlone() {
    know(
        "marina-fi",
        row("jolla", "fi", "Kuka korjaa jollan satamassa?", "Takiloija korjaa jollan illalla."));

    var found =
        all("Who repairs my dinghy in the harbour?", "en").stream()
            .filter(it -> it.getString("language").equals("fi"))
            .toList();

    assertThat(found.getFirst().getString("key")).isEqualTo("jolla");
    assertThat(found.getFirst().getJsonArray("matchedWords").toString()).contains("dinghy");
    assertThat(found.getFirst().getString("sentence"))
        .isEqualTo("Takiloija korjaa jollan illalla.");
  }

  @Test
  void anEntryInTheAskersLanguageWinsOverItsTranslation() {
    know(
        "marina-fi", row("jolla", "fi", "Kuka korjaa jollan?", "Takiloija korjaa jollan illalla."));

    var found = suggested("What does the crane cost?", "en");

    assertThat(found.getFirst().getString("key")).isEqualTo("crane");
    assertThat(found.getFirst().getString("language")).isEqualTo("en");
    assertThat(found).extracting(it -> it.getString("key")).doesNotHaveDuplicates();
  }

  @Test
  void learnsAnewWhenEntriesChange() {
    assertThat(translations("bilge")).isEmpty();

    know(
        "marina",
        row("bilge", "en", "The bilge leaks", "The bilge is dried with a pump.")
            + row("bilge", "fi", "Pilssi vuotaa", "Pilssi kuivataan pumpulla."));

    assertThat(translations("bilge")).contains("pils");
  }

  @Test
  void saysWhatItKnowsAndRefusesWhatIsNoQuestion() {
    var standing = PRODUCT.get("api/lexicon").json().asJsonObject();

    assertThat(standing.getJsonArray("directions").getValuesAs(JsonObject.class))
        .extracting(it -> it.getString("from") + ">" + it.getString("to"))
        .contains("en>fi", "fi>en");
    for (var wrong :
        List.of("", "?from=en&to=en&text=x", "?from=en&to=xx&text=x", "?from=en&to=fi")) {
      assertThat(PRODUCT.get("api/lexicon/words" + wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(PRODUCT.anonymously().get("api/lexicon").status()).isEqualTo(401);
  }

  private static String row(String key, String language, String question, String answer) {
    return String.join(",", key, language, "public", question, answer) + "\n";
  }

  private static void know(String source, String rows) {
    PRODUCT.send(
        "POST",
        "api/knowledge/import?format=csv&source=" + source,
        Map.of("Content-Type", "text/csv"),
        BodyPublishers.ofString(HEADER + rows));
    DemoKnowledge.awaitIndex(PRODUCT);
    Eventually.within(Duration.ofSeconds(120))
        .see(
            "translated entries are learned from",
            () -> PRODUCT.get("api/lexicon").json().asJsonObject(),
            standing -> standing.getBoolean("upToDate"));
  }

  private static List<String> translations(String word) {
    var said = PRODUCT.get("api/lexicon/words?from=en&to=fi&text=" + word).json().asJsonArray();
    return said.getJsonObject(0).getJsonArray("translations").getValuesAs(JsonObject.class).stream()
        .map(it -> it.getString("stem"))
        .toList();
  }

  private static List<JsonObject> suggested(String question, String language) {
    return answer(question, language).getJsonArray("suggestions").getValuesAs(JsonObject.class);
  }

  /** What was passed over, too: few translations are little evidence. */
  private static List<JsonObject> all(String question, String language) {
    var passedOver =
        answer(question, language).getJsonArray("passedOver").getValuesAs(JsonObject.class);
    return Stream.concat(suggested(question, language).stream(), passedOver.stream()).toList();
  }

  private static JsonObject answer(String question, String language) {
    var asked =
        Json.createObjectBuilder().add("text", question).add("language", language).add("most", 50);
    return PRODUCT.post("api/suggestions", asked.build().toString()).json().asJsonObject();
  }
}
