package org.svarbar.knowledge;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The search for an {@link EntryQuery}: the sum of how well question and answer match by stems and
 * by pieces of words. The pieces find parts of compounds and misspelt words, the stems keep them
 * honest.
 */
final class EntrySearch {

  private static final double QUESTION = 1.0;
  private static final double QUESTION_PIECES = 0.5;
  private static final double ANSWER = 1.0;
  private static final double ANSWER_PIECES = 0.5;

  private EntrySearch() {}

  static JsonObject body(EntryQuery query, int most) {
    return Json.createObjectBuilder()
        .add("size", most)
        .add("track_total_hits", false)
        .add("_source", source())
        .add("query", Json.createObjectBuilder().add("bool", matching(query)))
        .add("aggs", Json.createObjectBuilder().add("all", counted(query)))
        .build();
  }

  private static JsonArrayBuilder source() {
    return Json.createArrayBuilder(
        List.of(
            EntryFields.ENTRY,
            EntryFields.SOURCE,
            EntryFields.KEY,
            EntryFields.LANGUAGE,
            EntryFields.QUESTION_WORDS,
            EntryFields.ANSWER_WORDS));
  }

  private static JsonObjectBuilder matching(EntryQuery query) {
    var question = EntryFields.question(query.language());
    var answer = EntryFields.answer(query.language());
    return Json.createObjectBuilder()
        .add(
            "should",
            Json.createArrayBuilder()
                .add(match(question, query.text(), QUESTION))
                .add(match(EntryFields.pieces(question), query.text(), QUESTION_PIECES))
                .add(match(answer, query.text(), ANSWER))
                .add(match(EntryFields.pieces(answer), query.text(), ANSWER_PIECES)))
        .add("minimum_should_match", 1)
        .add("filter", filter(query));
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

  /**
   * Counted over all entries of the language, whoever asks, so that a word weighs the same for
   * everybody.
   */
  private static JsonObjectBuilder counted(EntryQuery query) {
    var words =
        Json.createObjectBuilder()
            .add("field", EntryFields.WORDS)
            .add("include", Json.createArrayBuilder(query.words()))
            .add("size", Math.max(1, query.words().size()));
    return Json.createObjectBuilder()
        .add("global", JsonObject.EMPTY_JSON_OBJECT)
        .add("aggs", named("language", filtered(language(query), named("words", terms(words)))));
  }

  private static JsonObjectBuilder filtered(JsonObjectBuilder filter, JsonObjectBuilder inside) {
    return Json.createObjectBuilder().add("filter", filter).add("aggs", inside);
  }

  private static JsonObjectBuilder terms(JsonObjectBuilder words) {
    return Json.createObjectBuilder().add("terms", words);
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

  private static JsonObjectBuilder match(String field, String text, double boost) {
    var match = Json.createObjectBuilder().add("query", text).add("boost", boost);
    return named("match", named(field, match));
  }

  private static JsonObjectBuilder bool(String occurs, JsonObjectBuilder... clauses) {
    var all = Json.createArrayBuilder();
    for (var clause : clauses) {
      all.add(clause);
    }
    return named("bool", Json.createObjectBuilder().add(occurs, all));
  }
}
