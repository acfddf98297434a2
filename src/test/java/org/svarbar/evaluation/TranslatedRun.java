package org.svarbar.evaluation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.svarbar.evaluation.EvaluationSet.Asked;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.evaluation.TranslatedSets.Pair;

/**
 * Questions in one language for entries in another: each half of them is asked when the entries of
 * the other half are known in both languages, which is what the lexicon is learned from.
 */
final class TranslatedRun {

  /** Of the entries that are searched; those that are learned from are another source's. */
  private static final String TARGET = "evaluation-";

  private static final String TRANSLATED = "translated-";

  /** Entries in the asker's language come first and are not counted. */
  private static final int MOST = 50;

  private final LoadedProduct product;
  private final URI openSearch;

  TranslatedRun(LoadedProduct product, URI openSearch) {
    this.product = product;
    this.openSearch = openSearch;
  }

  List<Answered> asked(TranslatedSets sets, String from, String to) {
    var asking = sets.sets().get(from).set();
    var answering = sets.sets().get(to).set();
    var pairs = sets.pairs(from, to);
    var target = TARGET + to;
    product.load(target, answering.language(), answering.entries());
    var plain = PlainSearch.ofPieces(openSearch, answering.language(), answering.texts());
    var answered = new ArrayList<Answered>();
    for (var half = 0; half < 2; half++) {
      var learned = half(pairs, half);
      var source = TRANSLATED + from + to + half;
      learn(source, asking, answering, learned);
      for (var question : questions(asking, half(pairs, 1 - half))) {
        answered.add(product.ask(question, target, MOST, plain));
      }
      forget(source, asking, answering, learned);
    }
    plain.delete();
    product.forget(target, answering.language(), answering.entries());
    return answered;
  }

  /** All that these sets have in both languages is known. */
  void learn(TranslatedSets sets, String from, String to) {
    learn(
        TRANSLATED + sets.stem(),
        sets.sets().get(from).set(),
        sets.sets().get(to).set(),
        sets.pairs(from, to));
  }

  private void learn(String source, EvaluationSet one, EvaluationSet other, List<Pair> pairs) {
    product.load(source, one.language(), pairs.stream().map(Pair::first).toList());
    product.load(source, other.language(), seconds(pairs));
    product.awaitLearned();
  }

  private void forget(String source, EvaluationSet one, EvaluationSet other, List<Pair> pairs) {
    product.forget(source, one.language(), pairs.stream().map(Pair::first).toList());
    product.forget(source, other.language(), seconds(pairs));
  }

  /** By the ids of the first, because a source calls an entry the same in all languages. */
  private static List<Entry> seconds(List<Pair> pairs) {
    return pairs.stream()
        .map(it -> new Entry(it.first().id(), it.second().question(), it.second().answer()))
        .toList();
  }

  private static List<Pair> half(List<Pair> pairs, int half) {
    return IntStream.range(0, pairs.size())
        .filter(i -> i % 2 == half)
        .mapToObj(pairs::get)
        .toList();
  }

  /** What these entries answer, with the ids that they have in the other language. */
  private static List<Asked> questions(EvaluationSet set, List<Pair> pairs) {
    Map<String, String> ids =
        pairs.stream().collect(Collectors.toMap(it -> it.first().id(), it -> it.second().id()));
    return set.asked().stream()
        .map(
            it ->
                new Asked(
                    it.id(),
                    it.text(),
                    set.language(),
                    it.answers().stream()
                        .filter(ids::containsKey)
                        .map(ids::get)
                        .collect(Collectors.toSet())))
        .filter(it -> !it.answers().isEmpty())
        .toList();
  }
}
