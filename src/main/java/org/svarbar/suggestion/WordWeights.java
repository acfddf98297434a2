package org.svarbar.suggestion;

import java.util.Collection;
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

  double together(Collection<String> words) {
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
