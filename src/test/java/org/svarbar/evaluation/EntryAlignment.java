package org.svarbar.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.evaluation.TranslatedSets.Pair;
import org.svarbar.text.Terms;

/**
 * Which entries of two sets are translations of each other when their ids do not say it: both are
 * in one order, with gaps, and those belong together that share most pieces of words, because names
 * and numbers are the same in all languages.
 */
final class EntryAlignment {

  /** Sets of which less has a counterpart are not in one order. */
  private static final double LEAST_SHARE = 0.9;

  private final List<Entry> ones;
  private final List<Entry> others;
  private final Map<String, Double> rarities = new HashMap<>();
  private final double[][] alike;

  EntryAlignment(EvaluationSet one, List<Entry> ones, EvaluationSet other, List<Entry> others) {
    this.ones = ones;
    this.others = others;
    var first = ones.stream().map(it -> pieces(one, it)).toList();
    var second = others.stream().map(it -> pieces(other, it)).toList();
    var holding = new HashMap<String, Integer>();
    first.forEach(it -> it.forEach(piece -> holding.merge(piece, 1, Integer::sum)));
    second.forEach(it -> it.forEach(piece -> holding.merge(piece, 1, Integer::sum)));
    holding.forEach(
        (piece, times) ->
            rarities.put(piece, Math.log((1.0 + ones.size() + others.size()) / times)));
    alike = new double[ones.size()][others.size()];
    for (var i = 0; i < alike.length; i++) {
      for (var j = 0; j < alike[i].length; j++) {
        alike[i][j] = alike(first.get(i), second.get(j));
      }
    }
  }

  private static Set<String> pieces(EvaluationSet set, Entry entry) {
    var text = entry.question() + "\n" + entry.answer();
    return new HashSet<>(Terms.of(text, set.language()).pieces());
  }

  /** The cosine of both. */
  private double alike(Set<String> one, Set<String> other) {
    var shared = one.stream().filter(other::contains).mapToDouble(this::square).sum();
    var lengths =
        one.stream().mapToDouble(this::square).sum()
            * other.stream().mapToDouble(this::square).sum();
    return lengths == 0 ? 0 : shared / Math.sqrt(lengths);
  }

  private double square(String piece) {
    return rarities.get(piece) * rarities.get(piece);
  }

  /** The way through both sets that brings most together; none when that leaves much out. */
  List<Pair> pairs() {
    var best = new double[ones.size() + 1][others.size() + 1];
    for (var i = 1; i <= ones.size(); i++) {
      for (var j = 1; j <= others.size(); j++) {
        best[i][j] =
            Math.max(
                Math.max(best[i - 1][j], best[i][j - 1]), best[i - 1][j - 1] + alike[i - 1][j - 1]);
      }
    }
    var pairs = new ArrayList<Pair>();
    var i = ones.size();
    var j = others.size();
    while (i > 0 && j > 0) {
      if (best[i][j] == best[i - 1][j]) {
        i--;
      } else if (best[i][j] == best[i][j - 1]) {
        j--;
      } else {
        pairs.add(new Pair(ones.get(--i), others.get(--j)));
      }
    }
    return pairs.size() < LEAST_SHARE * Math.min(ones.size(), others.size())
        ? List.of()
        : pairs.reversed();
  }
}
