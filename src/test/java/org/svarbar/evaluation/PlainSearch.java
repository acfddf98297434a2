package org.svarbar.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.svarbar.text.Terms;

/**
 * What an OpenSearch gives that nobody tuned: BM25 of words by its standard analyser, or of pieces
 * of words by themselves.
 */
final class PlainSearch {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI base;
  private final String index;
  private final UnaryOperator<String> analysis;

  private PlainSearch(
      URI openSearch,
      String analyzer,
      UnaryOperator<String> analysis,
      List<Map.Entry<String, String>> texts) {
    base = openSearch;
    index = "plain-" + System.nanoTime();
    this.analysis = analysis;
    var lines = new StringBuilder();
    for (var text : texts) {
      lines.append("{\"index\":{}}\n");
      lines.append(
          Json.createObjectBuilder()
              .add("of", text.getKey())
              .add("text", analysis.apply(text.getValue()))
              .build());
      lines.append('\n');
    }
    send(
        "PUT",
        index,
        "{\"mappings\":{\"properties\":{\"of\":{\"type\":\"keyword\"},"
            + "\"text\":{\"type\":\"text\",\"analyzer\":\""
            + analyzer
            + "\"}}}}");
    if (!texts.isEmpty()) {
      send("POST", index + "/_bulk?refresh=true", lines.toString());
    }
  }

  /**
   * @param texts by the id that each is found by; ids may repeat
   */
  static PlainSearch ofWords(URI openSearch, List<Map.Entry<String, String>> texts) {
    return new PlainSearch(openSearch, "standard", text -> text, texts);
  }

  /**
   * By pieces of four letters alone, which finds what is spelt alike in another language.
   *
   * @param language of the texts
   */
  static PlainSearch ofPieces(
      URI openSearch, Locale language, List<Map.Entry<String, String>> texts) {
    return new PlainSearch(
        openSearch,
        "whitespace",
        text -> String.join(" ", Terms.of(text, language).pieces()),
        texts);
  }

  /** Ids, best first, each once. */
  List<String> find(String question) {
    var asked = question.length() > 4000 ? question.substring(0, 4000) : question;
    var terms = analysis.apply(asked).split(" ");
    var most = String.join(" ", List.of(terms).subList(0, Math.min(1000, terms.length)));
    var query =
        Json.createObjectBuilder()
            .add("size", 10)
            .add(
                "query",
                Json.createObjectBuilder()
                    .add("match", Json.createObjectBuilder().add("text", most)));
    return send("POST", index + "/_search", query.build().toString())
        .getJsonObject("hits")
        .getJsonArray("hits")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(hit -> hit.getJsonObject("_source").getString("of"))
        .distinct()
        .toList();
  }

  void delete() {
    send("DELETE", index, "");
  }

  private JsonObject send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(base.resolve("/" + path))
            .header(
                "Content-Type",
                path.contains("_bulk") ? "application/x-ndjson" : "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var said = CLIENT.send(request, BodyHandlers.ofString());
      if (said.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + said.body());
      }
      try (var reader = Json.createReader(new StringReader(said.body()))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
