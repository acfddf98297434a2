package org.svarbar.suggestion;

import java.util.Collection;
import java.util.Set;
import org.svarbar.knowledge.EntryHits;

/**
 * How much a word says about which entry is meant: the rarer it is in the knowledge, the more. The
 * unit is a word that one entry alone holds.
 */
final class WordWeights {

  /** Short questions say more than their words; fitted with the weights of the search. */
  static final double UNSAID = 2;

  private final EntryHits hits;

  WordWeights(EntryHits hits) {
    this.hits = hits;
  }

  /** 0 to 1; a word that no entry holds weighs 1 as well: it was asked for and is not there. */
  double of(String word) {
    return rarity(Math.max(1, hits.frequencies().getOrDefault(word, 0L))) / rarity(1);
  }

  /** The mean of what it may mean among what there is; 1 when nothing of that is there. */
  double of(AskedWord word) {
    var sum = 0.0;
    var likelihoods = 0.0;
    for (var reading : word.readings()) {
      if (hits.frequencies().containsKey(reading.key())) {
        sum += reading.likelihood() * of(reading.key());
        likelihoods += reading.likelihood();
      }
    }
    return likelihoods == 0 ? 1 : sum / likelihoods;
  }

  /** What it weighs among these words; 0 when nothing that it may mean is there. */
  double of(AskedWord word, Set<String> there) {
    return word.readings().stream()
        .filter(reading -> there.contains(reading.key()))
        .mapToDouble(reading -> reading.likelihood() * of(reading.key()))
        .max()
        .orElse(0);
  }

  double together(Collection<AskedWord> words) {
    return words.stream().mapToDouble(this::of).sum();
  }

  /**
   * What a score of OpenSearch says: comparable between questions and between small and large
   * knowledge. It is the logarithm of how likely an entry is, up to a summand that is the same for
   * all entries.
   *
   * @param asked what the question's words weigh together
   */
  double strength(double score, double asked) {
    return score / rarity(1) / (asked + UNSAID);
  }

  /** As BM25 counts it. */
  private double rarity(double holding) {
    return Math.log(1 + (hits.entries() - holding + 0.5) / (holding + 0.5));
  }
}
