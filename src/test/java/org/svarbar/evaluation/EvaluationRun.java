package org.svarbar.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** One set in one product that knows nothing else. */
final class EvaluationRun {

  private static final String SOURCE = "evaluation";
  private static final int BATCH = 500;
  private static final int FOLDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What stands for a question or an answer that the set does not index. */
  private static final String NOTHING = "–";

  private final Product product;
  private final URI openSearch;
  private final EvaluationSet set;
  private final String embeddings;

  /**
   * @param embeddings the model that must take part in every answer, or `none`
   */
  EvaluationRun(Product product, URI openSearch, EvaluationSet set, String embeddings) {
    this.embeddings = embeddings;
    this.product = product;
    this.openSearch = openSearch;
    this.set = set;
  }

  void importEntries() {
    for (var i = 0; i < set.entries().size(); i += BATCH) {
      var array = Json.createArrayBuilder();
      set.entries().subList(i, Math.min(i + BATCH, set.entries().size())).stream()
          .map(this::form)
          .forEach(array::add);
      var said =
          product.post(
              "api/knowledge/import?source=" + SOURCE + "&format=json", array.build().toString());
      var refused = said.json().asJsonObject().getJsonArray("refused");
      if (said.status() != 200 || !refused.isEmpty()) {
        throw new IllegalStateException(set.name() + " cannot be imported: " + said);
      }
    }
    Eventually.within(PATIENCE)
        .see(
            "the index is up to date",
            () -> product.get("api/knowledge/index").json().asJsonObject(),
            index -> index.getInt("behind") == 0);
    Eventually.within(PATIENCE)
        .see(
            "all entries are embedded",
            () -> product.get("api/knowledge/embeddings").json().asJsonObject(),
            standing -> standing.getInt("behind") == 0);
  }

  private JsonObject form(Entry entry) {
    var question = entry.question().isBlank() ? NOTHING : entry.question();
    return Json.createObjectBuilder()
        .add("key", entry.id())
        .add("language", set.language().getLanguage())
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

  List<Answered> cold() {
    var plain = new PlainSearch(openSearch, texts());
    var answered = set.asked().stream().map(asked -> ask(asked, plain)).toList();
    plain.delete();
    return answered;
  }

  private List<Map.Entry<String, String>> texts() {
    return set.entries().stream()
        .map(entry -> Map.entry(entry.id(), entry.question() + "\n" + entry.answer()))
        .toList();
  }

  List<Answered> warm() {
    if (!set.past().isEmpty()) {
      return warm(set.past(), set.asked());
    }
    var answered = new ArrayList<Answered>();
    for (var fold = 0; fold < FOLDS; fold++) {
      answered.addAll(warm(fold(fold, false), fold(fold, true)));
    }
    return answered;
  }

  private List<Asked> fold(int fold, boolean inside) {
    var questions = new ArrayList<Asked>();
    for (var i = 0; i < set.asked().size(); i++) {
      if (Quality.fold(i) == fold == inside) {
        questions.add(set.asked().get(i));
      }
    }
    return questions;
  }

  private List<Answered> warm(List<Asked> past, List<Asked> asked) {
    learn(past);
    var texts = new ArrayList<>(texts());
    past.forEach(it -> it.answers().forEach(id -> texts.add(Map.entry(id, it.text()))));
    var plain = new PlainSearch(openSearch, texts);
    var answered = asked.stream().map(it -> ask(it, plain)).toList();
    plain.delete();
    return answered;
  }

  private void learn(List<Asked> past) {
    product.delete("api/past-questions?source=" + SOURCE);
    var answered = past.stream().filter(it -> !it.answers().isEmpty()).toList();
    for (var i = 0; i < answered.size(); i += BATCH) {
      var array = Json.createArrayBuilder();
      for (var it : answered.subList(i, Math.min(i + BATCH, answered.size()))) {
        for (var id : it.answers()) {
          array.add(
              Json.createObjectBuilder()
                  .add("text", it.text())
                  .add("reference", it.id() + " " + id)
                  .add("language", it.language().getLanguage())
                  .add("entrySource", SOURCE)
                  .add("entryKey", id));
        }
      }
      var said =
          product.post("api/past-questions/import?source=" + SOURCE, array.build().toString());
      // what is refused one by one (an empty text, a text twice) is not learned from
      if (said.status() != 200) {
        throw new IllegalStateException("past questions cannot be imported: " + said);
      }
    }
    Eventually.within(PATIENCE)
        .see(
            "past questions are learned from",
            () -> product.get("api/past-questions").json().asJsonObject(),
            standing -> standing.getBoolean("upToDate"));
  }

  private Answered ask(Asked asked, PlainSearch plain) {
    var question =
        Json.createObjectBuilder()
            .add("text", asked.text().isBlank() ? "?" : asked.text())
            .add("language", asked.language().getLanguage())
            .add("most", 10)
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
