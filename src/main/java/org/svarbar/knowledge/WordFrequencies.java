package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.svarbar.platform.Json;
import org.svarbar.platform.SearchUnavailable;

/**
 * How many entries of a language hold a word. Asked for with one request for all words that are not
 * remembered; remembered for a while, because how rare a word is changes slowly.
 */
@ApplicationScoped
class WordFrequencies {

  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final int MOST_REMEMBERED = 200_000;

  @Inject SearchCalls search;
  @Inject Clock clock;

  private final Map<String, Count> words = new ConcurrentHashMap<>();
  private final Map<Locale, Count> entries = new ConcurrentHashMap<>();

  private record Count(long entries, Instant until) {}

  /** The counts for a query's words; a word that no entry holds is left out. */
  record Counted(Map<String, Long> frequencies, long entries) {}

  /**
   * One answer for each query, in their order.
   *
   * @throws SearchUnavailable when OpenSearch does not answer or the index is not there yet
   */
  List<Counted> of(List<EntryQuery> queries) {
    var now = clock.instant();
    var unknown = queries.stream().filter(query -> !isKnown(query, now)).toList();
    if (!unknown.isEmpty()) {
      ask(unknown, now.plus(REMEMBERED));
    }
    return queries.stream().map(this::counted).toList();
  }

  private boolean isKnown(EntryQuery query, Instant now) {
    return isFresh(entries.get(query.language()), now)
        && query.allWords().stream().allMatch(word -> isFresh(words.get(id(query, word)), now));
  }

  private static boolean isFresh(Count count, Instant now) {
    return count != null && count.until().isAfter(now);
  }

  private Counted counted(EntryQuery query) {
    var frequencies = new HashMap<String, Long>();
    for (var word : query.allWords()) {
      Optional.ofNullable(words.get(id(query, word)))
          .filter(count -> count.entries() > 0)
          .ifPresent(count -> frequencies.put(word, count.entries()));
    }
    var all = entries.get(query.language());
    return new Counted(frequencies, all == null ? 0 : all.entries());
  }

  /** Statistics of a document that is not stored: of its terms in the index. */
  private void ask(List<EntryQuery> queries, Instant until) {
    if (words.size() > MOST_REMEMBERED) {
      words.clear();
    }
    var said =
        search
            .call("POST", "/_mtermvectors", request(queries))
            .orElseThrow(() -> new SearchUnavailable("there is no index of FAQ entries", null));
    var answers = said.getJsonArray("docs").getValuesAs(JsonObject.class);
    for (var i = 0; i < queries.size(); i++) {
      remember(queries.get(i), answers.get(i), until);
    }
  }

  private void remember(EntryQuery query, JsonObject said, Instant until) {
    if (said.containsKey("error")) {
      throw new SearchUnavailable("OpenSearch cannot count: " + SearchCalls.type(said), null);
    }
    var vector =
        said.getJsonObject("term_vectors").getOrDefault(field(query), JsonObject.EMPTY_JSON_OBJECT);
    var statistics = object(vector.asJsonObject(), "field_statistics");
    entries.put(query.language(), new Count(Math.max(0, statistics.getInt("doc_count", 0)), until));
    var terms = object(vector.asJsonObject(), "terms");
    for (var word : query.allWords()) {
      words.put(id(query, word), new Count(object(terms, word).getInt("doc_freq", 0), until));
    }
  }

  private static JsonObject object(JsonObject in, String name) {
    var found = in.getJsonObject(name);
    return found == null ? JsonObject.EMPTY_JSON_OBJECT : found;
  }

  private static JsonObject request(List<EntryQuery> queries) {
    var documents = new ArrayList<JsonObject>();
    for (var query : queries) {
      var text =
          Json.createObjectBuilder().add(EntryFields.WORDS, String.join(" ", query.allWords()));
      documents.add(
          Json.createObjectBuilder()
              .add("_index", IndexVersions.ALIAS)
              .add("doc", Json.createObjectBuilder().add(EntryFields.text(query.language()), text))
              .add("fields", Json.createArrayBuilder().add(field(query)))
              .add("term_statistics", true)
              .add("field_statistics", true)
              .add("positions", false)
              .add("offsets", false)
              .add("payloads", false)
              .build());
    }
    return Json.createObjectBuilder().add("docs", array(documents)).build();
  }

  private static JsonArrayBuilder array(List<JsonObject> objects) {
    return Json.createArrayBuilder(objects);
  }

  private static String field(EntryQuery query) {
    return EntryFields.text(query.language()) + "." + EntryFields.WORDS;
  }

  private static String id(EntryQuery query, String word) {
    return query.language().getLanguage() + " " + word;
  }
}
