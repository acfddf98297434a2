package org.svarbar.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** A product that is given entries and asked questions. */
final class LoadedProduct {

  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** What stands for a question or an answer that the set does not index. */
  private static final String NOTHING = "–";

  private final Product product;
  private final String embeddings;

  /**
   * @param embeddings the model that must take part in every answer, or `none`
   */
  LoadedProduct(Product product, String embeddings) {
    this.product = product;
    this.embeddings = embeddings;
  }

  /** Sees to it that a source has these entries, and that they are found. */
  void load(String source, Locale language, List<Entry> entries) {
    for (var i = 0; i < entries.size(); i += BATCH) {
      var array = Json.createArrayBuilder();
      entries.subList(i, Math.min(i + BATCH, entries.size())).stream()
          .map(entry -> form(entry, language))
          .forEach(array::add);
      var said =
          product.post(
              "api/knowledge/import?source=" + source + "&format=json", array.build().toString());
      var refused = said.json().asJsonObject().getJsonArray("refused");
      if (said.status() != 200 || !refused.isEmpty()) {
        throw new IllegalStateException(source + " cannot be imported: " + said);
      }
    }
    await("api/knowledge/index", index -> index.getInt("behind") == 0);
    await("api/knowledge/embeddings", standing -> standing.getInt("behind") == 0);
  }

  /** Waits until what its entries and past questions teach is learned. */
  void awaitLearned() {
    await("api/past-questions", standing -> standing.getBoolean("upToDate"));
    await("api/lexicon", standing -> standing.getBoolean("upToDate"));
  }

  private void await(String path, Predicate<JsonObject> held) {
    Eventually.within(PATIENCE)
        .see(path + " is up to date", () -> product.get(path).json().asJsonObject(), held);
  }

  private static JsonObject form(Entry entry, Locale language) {
    var question = entry.question().isBlank() ? NOTHING : entry.question();
    return Json.createObjectBuilder()
        .add("key", entry.id())
        .add("language", language.getLanguage())
        .add("visibility", "public")
        .add("questions", Json.createArrayBuilder().add(usable(question, 500)))
        .add("answer", entry.answer().isBlank() ? NOTHING : usable(entry.answer(), 100_000))
        .add("format", "markdown")
        .build();
  }

  /** As an entry takes it: of that length, without control characters. */
  private static String usable(String text, int longest) {
    var clean = text.replaceAll("\\p{Cc}", " ");
    return clean.length() > longest ? clean.substring(0, longest) : clean;
  }

  /** As if the sources never had brought these. */
  void forget(String source, Locale language, List<Entry> entries) {
    load(source, language, entries.stream().map(it -> new Entry(it.id(), "", "")).toList());
  }

  /**
   * @param source of the entries that count
   * @param most how many of all are asked for
   */
  Answered ask(Asked asked, String source, int most, PlainSearch plain) {
    var question =
        Json.createObjectBuilder()
            .add("text", asked.text().isBlank() ? "?" : asked.text())
            .add("language", asked.language().getLanguage())
            .add("most", most)
            .build()
            .toString();
    var start = System.nanoTime();
    var said = product.post("api/suggestions", question);
    var nanos = System.nanoTime() - start;
    if (said.status() != 200) {
      throw new IllegalStateException("no suggestions: " + said);
    }
    var json = said.json().asJsonObject();
    if (!json.getString("embeddings").equals(embeddings)) {
      throw new IllegalStateException(
          "not ranked with embeddings=" + embeddings + ": " + asked.id());
    }
    var ranked = new ArrayList<JsonObject>();
    ranked.addAll(json.getJsonArray("suggestions").getValuesAs(JsonObject.class));
    ranked.addAll(json.getJsonArray("passedOver").getValuesAs(JsonObject.class));
    ranked.removeIf(it -> !it.getString("source").equals(source));
    var keys = ranked.stream().map(it -> it.getString("key")).distinct().limit(10).toList();
    return new Answered(
        asked,
        keys,
        json.getJsonNumber("answerable").doubleValue(),
        json.getJsonNumber("probability").doubleValue(),
        nanos,
        plain.find(asked.text()));
  }
}
