package org.svarbar.evaluation;

import jakarta.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.testing.Product;

/** One set in one product that knows nothing else. */
final class EvaluationRun {

  private static final String SOURCE = "evaluation";
  private static final int BATCH = 500;
  private static final int FOLDS = 5;

  /** Suggestions that are asked for. */
  private static final int MOST = 10;

  /** The same where others, in the asker's language, come first and are not counted. */
  private static final int MOST_OF_ALL = 50;

  private final Product product;
  private final LoadedProduct loaded;
  private final URI openSearch;
  private final EvaluationSet set;

  /**
   * @param embeddings the model that must take part in every answer, or `none`
   */
  EvaluationRun(Product product, URI openSearch, EvaluationSet set, String embeddings) {
    this.product = product;
    loaded = new LoadedProduct(product, embeddings);
    this.openSearch = openSearch;
    this.set = set;
  }

  void importEntries() {
    loaded.load(SOURCE, set.language(), set.entries());
  }

  List<Answered> cold() {
    return cold(PlainSearch.ofWords(openSearch, set.texts()), MOST);
  }

  /** Questions in another language, against what finds words that are spelt alike. */
  List<Answered> coldFromAnotherLanguage() {
    return cold(PlainSearch.ofPieces(openSearch, set.language(), set.texts()), MOST_OF_ALL);
  }

  private List<Answered> cold(PlainSearch plain, int most) {
    var answered = set.asked().stream().map(it -> loaded.ask(it, SOURCE, most, plain)).toList();
    plain.delete();
    return answered;
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
    var texts = new ArrayList<>(set.texts());
    past.forEach(it -> it.answers().forEach(id -> texts.add(Map.entry(id, it.text()))));
    var plain = PlainSearch.ofWords(openSearch, texts);
    var answered = asked.stream().map(it -> loaded.ask(it, SOURCE, MOST, plain)).toList();
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
    loaded.awaitLearned();
  }
}
