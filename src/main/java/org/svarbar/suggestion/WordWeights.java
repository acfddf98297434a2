package org.svarbar.suggestion;

import java.util.Collection;
import org.svarbar.knowledge.EntryHits;

/**
 * How much a word says about which entry is meant: the rarer it is in the knowledge, the more. The
 * unit is a word that one entry alone holds.
 */
final class WordWeights {

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
   * A score of OpenSearch, which is a sum of such rarities, in our unit: a number that does not
   * grow with the knowledge.
   */
  double inUnits(double score) {
    return score / rarity(1);
  }

  /** As BM25 counts it. */
  private double rarity(double holding) {
    return Math.log(1 + (hits.entries() - holding + 0.5) / (holding + 0.5));
  }
}
