package org.svarbar.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One field of all documents, scored by BM25 as OpenSearch does with its defaults. */
final class View {

  private static final double SATURATION = 1.2;
  private static final double LENGTH = 0.75;

  private record Posting(int document, int times) {}

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final int[] lengths;
  private final double meanLength;
  private final long filled;

  View(List<List<String>> documents) {
    lengths = documents.stream().mapToInt(List::size).toArray();
    filled = documents.stream().filter(it -> !it.isEmpty()).count();
    meanLength = documents.stream().mapToInt(List::size).sum() / (double) Math.max(1, filled);
    for (var i = 0; i < documents.size(); i++) {
      var times = new HashMap<String, Integer>();
      documents.get(i).forEach(term -> times.merge(term, 1, Integer::sum));
      for (var entry : times.entrySet()) {
        postings
            .computeIfAbsent(entry.getKey(), it -> new ArrayList<>())
            .add(new Posting(i, entry.getValue()));
      }
    }
  }

  double rarity(String term) {
    var holding = postings.getOrDefault(term, List.of()).size();
    return Math.log(1 + (filled - holding + 0.5) / (holding + 0.5));
  }

  double[] scores(Collection<String> terms) {
    var scores = new double[lengths.length];
    for (var term : terms) {
      var rarity = rarity(term);
      for (var posting : postings.getOrDefault(term, List.of())) {
        var norm = 1 - LENGTH + LENGTH * lengths[posting.document()] / meanLength;
        scores[posting.document()] +=
            rarity * posting.times() / (posting.times() + SATURATION * norm);
      }
    }
    return scores;
  }
}
