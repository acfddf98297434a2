package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

@ArquillianTest
@RunAsClient
class KnowledgeIT {

  private static final Product PRODUCT = Product.underTest();
  private static final String HEAD = "key,language,visibility,question,answer\n";

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nb", "nn", "da", "fi", "en"})
  void changesNothingTheSecondTime(String language) {
    var entries = language.equals("nn") ? 16 : 30;
    var first = DemoKnowledge.importFaq(PRODUCT, language);
    var second = DemoKnowledge.importFaq(PRODUCT, language);

    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(first.json().asJsonObject().getJsonArray("refused")).isEmpty();
    assertThat(second.json().asJsonObject().getInt("unchanged")).isEqualTo(entries);
    assertThat(second.json().asJsonObject().getInt("added")).isZero();
    assertThat(second.json().asJsonObject().getInt("changed")).isZero();
  }

  @Test
  void takesTheGoodRowsAndNamesTheBad() {
    var report =
        imported(
            "rows",
            HEAD
                + "good,en,public,How do giraffes drink?,They spread their legs.\n"
                + "bad,en,secret,How?,So.\n"
                + "good,en,public,Twice?,So.\n");

    var json = report.json().asJsonObject();
    assertThat(json.getInt("added")).isEqualTo(1);
    assertThat(json.getJsonArray("refused").getValuesAs(JsonObject.class))
        .extracting(refused -> refused.getString("place"))
        .containsExactlyInAnyOrder("3", "4");
    assertThat(report.body())
        .contains("Synligheten ”secret” är varken public eller internal")
        .contains("Samma nyckel och språk står redan på plats 2");
  }

  @Test
  void changesNothingWhenTheFileIsUnreadable() {
    imported("whole", HEAD + "a,en,public,How do walruses sleep?,In water.\n");

    var broken = imported("whole", HEAD + "a,en,public,How?,On land.\nb,en,public,\"How?,So.\n");

    assertThat(broken.status()).as("%s", broken).isEqualTo(400);
    assertThat(broken.header("Content-Type")).contains("application/problem+json");
    var again = imported("whole", HEAD + "a,en,public,How do walruses sleep?,In water.\n");
    assertThat(again.json().asJsonObject().getInt("unchanged")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=csv", "source=a&format=xls", "source=..%2Fa&format=csv"})
  void refusesAnImportWithoutSourceOrFormat(String query) {
    var answer = post("api/knowledge/import?" + query, HEAD);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
  }

  @Test
  void refusesTooLargeAFile() {
    var answer = imported("large", HEAD + "x".repeat(10_000_001));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
  }

  @Test
  void saysThatNoFolderIsSet() {
    assertThat(PRODUCT.post("api/knowledge/import-folder", "").status()).isEqualTo(404);
  }

  @Test
  void letsOneOfTwoImportsAtATimeGoFirst() {
    var rows = new StringBuilder(HEAD);
    for (var i = 0; i < 300; i++) {
      rows.append(i).append(",en,public,What is ").append(i).append("?,A number.\n");
    }

    var answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i -> imported("at-a-time", rows.toString()).status())
            .toList();

    assertThat(answers).contains(200).isSubsetOf(200, 409);
    var last = imported("at-a-time", rows.toString());
    assertThat(last.json().asJsonObject().getInt("unchanged")).as("%s", last).isEqualTo(300);
  }

  @Test
  void letsNobodyImportWhoIsNotLoggedIn() {
    var answer =
        PRODUCT
            .anonymously()
            .send(
                "POST",
                "api/knowledge/import?source=x&format=csv",
                Map.of(),
                BodyPublishers.ofString(HEAD));

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
  }

  @Test
  void findsAChangeWithinTwoSeconds() {
    imported("edit", HEAD + "a,en,public,Where is the tapir house?,Behind the pond.\n");
    awaitSentence("Where is the tapir house?", "Behind the pond.");

    var from = System.nanoTime();
    imported("edit", HEAD + "a,en,public,Where is the tapir house?,Beside the gate.\n");
    awaitSentence("Where is the tapir house?", "Beside the gate.");

    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void servesWhileItRebuilds() {
    imported("rebuild", HEAD + "a,en,public,How old do tortoises get?,Two hundred years.\n");
    awaitSentence("How old do tortoises get?", "Two hundred years.");
    var before = serving();

    assertThat(PRODUCT.post("api/knowledge/index/rebuild", "").status()).isEqualTo(202);
    var after =
        Eventually.soon()
            .see(
                "a new index serves",
                () -> {
                  assertThat(sentences("How old do tortoises get?")).contains("Two hundred years.");
                  return serving();
                },
                now -> now.size() == 1 && !now.equals(before));

    assertThat(after).isNotEqualTo(before);
    assertThat(sentences("How old do tortoises get?")).contains("Two hundred years.");
    assertThat(indexes()).containsExactlyElementsOf(after);
  }

  @Test
  void bringsADeletedIndexBack() throws Exception {
    imported("deleted", HEAD + "a,en,public,What do okapis eat?,Leaves and clay.\n");
    awaitSentence("What do okapis eat?", "Leaves and clay.");

    openSearch("DELETE", "/" + String.join(",", indexes()));

    awaitSentence("What do okapis eat?", "Leaves and clay.");
  }

  private static void awaitSentence(String question, String sentence) {
    Eventually.soon()
        .see(
            "the answer to \"" + question + "\" is \"" + sentence + "\"",
            () -> sentences(question),
            found -> found.contains(sentence));
  }

  private static List<String> sentences(String question) {
    var body = Json.createObjectBuilder().add("text", question).add("language", "en").build();
    var answer = PRODUCT.post("api/suggestions", body.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer
        .json()
        .asJsonObject()
        .getJsonArray("suggestions")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(found -> found.getString("sentence"))
        .toList();
  }

  private static List<String> serving() {
    var status = PRODUCT.get("api/knowledge/index").json().asJsonObject();
    return status.getJsonArray("serving").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static List<String> indexes() {
    try {
      return openSearch("GET", "/_cat/indices/faq-entries*?h=index").lines().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String openSearch(String method, String path)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + Integer.getInteger("it.opensearch.port") + path);
    var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static Answer imported(String source, String csv) {
    return post("api/knowledge/import?format=csv&source=" + source, csv);
  }

  private static Answer post(String path, String csv) {
    return PRODUCT.send(
        "POST",
        path,
        Map.of("Content-Type", "text/csv", "Accept-Language", "sv"),
        BodyPublishers.ofString(csv, StandardCharsets.UTF_8));
  }
}
