package org.svarbar.knowledge;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.svarbar.knowledge.SearchWeights.Weights;
import org.svarbar.platform.Json;

/**
 * The search for an {@link EntryQuery}: a weighted sum of how well the words and the pieces of
 * words match in the questions and in the whole text, each by BM25. The sum with these weights is,
 * divided by what the question's words weigh, the logarithm of how likely an entry is the right
 * one.
 */
final class EntrySearch {

  private EntrySearch() {}

  static JsonObject body(EntryQuery query, int most, Weights weights) {
    return Json.createObjectBuilder()
        .add("size", most)
        .add("track_total_hits", false)
        .add("_source", source())
        .add("query", Json.createObjectBuilder().add("bool", matching(query, weights)))
        .build();
  }

  private static JsonArrayBuilder source() {
    return Json.createArrayBuilder(
        List.of(
            EntryFields.ENTRY,
            EntryFields.SOURCE,
            EntryFields.KEY,
            EntryFields.LANGUAGE,
            EntryFields.WORDS_OF_QUESTIONS,
            EntryFields.WORDS_OF_ANSWER));
  }

  private static JsonObjectBuilder matching(EntryQuery query, Weights weights) {
    var text = EntryFields.text(query.language());
    var should = Json.createArrayBuilder();
    add(query.words(), query.pieces(), 1, query.language(), weights, should);
    if (!query.pairs().isEmpty()) {
      should.add(match(text, EntryFields.PAIRS, query.pairs(), weights.pairs()));
    }
    for (var guess : query.guesses()) {
      var word = List.of(guess.word());
      add(word, guess.pieces(), guess.weight(), query.language(), weights, should);
    }
    return Json.createObjectBuilder()
        .add("should", should)
        .add("minimum_should_match", 1)
        .add("filter", filter(query))
        .add("must_not", hidden(query));
  }

  private static JsonArrayBuilder hidden(EntryQuery query) {
    var hidden = Json.createArrayBuilder();
    if (!query.notFrom().isEmpty()) {
      var sources = Json.createArrayBuilder(query.notFrom());
      hidden.add(named("terms", Json.createObjectBuilder().add(EntryFields.SOURCE, sources)));
    }
    return hidden;
  }

  private static void add(
      List<String> words,
      List<String> pieces,
      double by,
      Locale language,
      Weights weights,
      JsonArrayBuilder to) {
    var question = EntryFields.question(language);
    var text = EntryFields.text(language);
    if (!words.isEmpty()) {
      to.add(match(question, EntryFields.WORDS, words, by * weights.wordsOfQuestions()));
      to.add(match(text, EntryFields.WORDS, words, by * weights.words()));
    }
    if (!pieces.isEmpty()) {
      to.add(match(question, EntryFields.PIECES, pieces, by * weights.piecesOfQuestions()));
      to.add(match(text, EntryFields.PIECES, pieces, by * weights.pieces()));
    }
  }

  private static JsonArrayBuilder filter(EntryQuery query) {
    var filter = Json.createArrayBuilder().add(language(query));
    if (!query.internalToo()) {
      filter.add(term(EntryFields.VISIBILITY, Visibility.PUBLIC.name()));
    }
    query
        .group()
        .ifPresent(
            group ->
                filter.add(
                    bool("should", term(EntryFields.GROUP, group), bool("must_not", grouped()))));
    return filter;
  }

  private static JsonObjectBuilder named(String name, JsonObjectBuilder what) {
    return Json.createObjectBuilder().add(name, what);
  }

  private static JsonObjectBuilder language(EntryQuery query) {
    return term(EntryFields.LANGUAGE, query.language().getLanguage());
  }

  private static JsonObjectBuilder grouped() {
    return named("exists", Json.createObjectBuilder().add("field", EntryFields.GROUP));
  }

  private static JsonObjectBuilder term(String field, String value) {
    return named("term", Json.createObjectBuilder().add(field, value));
  }

  private static JsonObjectBuilder match(
      String field, String terms, List<String> sought, double boost) {
    var match =
        Json.createObjectBuilder().add("query", String.join(" ", sought)).add("boost", boost);
    return named("match", named(field + "." + terms, match));
  }

  private static JsonObjectBuilder bool(String occurs, JsonObjectBuilder... clauses) {
    var all = Json.createArrayBuilder();
    for (var clause : clauses) {
      all.add(clause);
    }
    return named("bool", Json.createObjectBuilder().add(occurs, all));
  }
}
