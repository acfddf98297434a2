package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.svarbar.platform.Json;
import org.svarbar.platform.SearchUnavailable;

/** Looks for entries in the search index. */
@ApplicationScoped
public class EntryIndex {

  /** How rare a word is counts over the whole index, into however many parts it is divided. */
  private static final Map<String, String> OVER_ALL_PARTS =
      Map.of("search_type", "dfs_query_then_fetch");

  /** What is found in some parts only, while others are lost, would be taken for all there is. */
  private static final JsonObject ALL_OR_NOTHING =
      Json.createObjectBuilder()
          .add("index", IndexVersions.ALIAS)
          .add("allow_partial_search_results", false)
          .build();

  @Inject SearchCalls search;
  @Inject IndexWake wake;
  @Inject WordFrequencies frequencies;
  @Inject SearchWeights weights;

  /**
   * Several questions in one request; each answered on its own, in the same order.
   *
   * @param most hits for each, 1 to 100
   * @throws SearchUnavailable when OpenSearch does not answer or the index is not there yet
   */
  public List<EntryHits> find(List<EntryQuery> queries, int most) {
    var hits = search(queries, most);
    var counted = frequencies.of(queries);
    return IntStream.range(0, queries.size())
        .mapToObj(
            i -> new EntryHits(hits.get(i), counted.get(i).frequencies(), counted.get(i).entries()))
        .toList();
  }

  private List<List<EntryHit>> search(List<EntryQuery> queries, int most) {
    var lines = new ArrayList<JsonObject>();
    for (var query : queries) {
      lines.add(ALL_OR_NOTHING);
      lines.add(EntrySearch.body(query, most, weights.now()));
    }
    var said =
        search
            .call("POST", "/_msearch", OVER_ALL_PARTS, SearchCalls.lines(lines))
            .orElseThrow(() -> new SearchUnavailable("there is no index of FAQ entries", null));
    return said.getJsonArray("responses").getValuesAs(JsonObject.class).stream()
        .map(this::read)
        .toList();
  }

  private List<EntryHit> read(JsonObject said) {
    if (said.containsKey("error")) {
      wake.now();
      throw new SearchUnavailable("OpenSearch cannot search: " + SearchCalls.type(said), null);
    }
    return said.getJsonObject("hits").getJsonArray("hits").getValuesAs(JsonObject.class).stream()
        .map(EntryIndex::hit)
        .toList();
  }

  private static EntryHit hit(JsonObject hit) {
    var source = hit.getJsonObject("_source");
    return new EntryHit(
        source.getJsonNumber(EntryFields.ENTRY).longValue(),
        source.getString(EntryFields.SOURCE),
        source.getString(EntryFields.KEY),
        Locale.of(source.getString(EntryFields.LANGUAGE)),
        hit.getJsonNumber("_score").doubleValue(),
        words(source.getJsonArray(EntryFields.WORDS_OF_QUESTIONS)),
        words(source.getJsonArray(EntryFields.WORDS_OF_ANSWER)));
  }

  private static Set<String> words(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toSet());
  }
}
