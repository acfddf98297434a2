package org.svarbar.suggestion;

import java.util.Comparator;
import java.util.List;
import org.svarbar.knowledge.EntryHit;

/**
 * A hit with what speaks for it, in units of a word that one entry alone holds.
 *
 * @param strength how well the search found it to match, parts of words included
 * @param asked what the question's words weigh together
 * @param held what those of them weigh that the entry holds
 * @param matched those words as they were written, heaviest first
 */
record Candidate(EntryHit hit, double strength, double asked, double held, List<String> matched) {

  /** Less says nothing to a person who wants to know why. */
  private static final double LEAST_WEIGHT = 0.25;

  static Candidate of(EntryHit hit, AskedWords asked, WordWeights weights) {
    var held =
        asked.keys().stream()
            .filter(word -> hit.questionWords().contains(word) || hit.answerWords().contains(word))
            .sorted(Comparator.comparingDouble(weights::of).reversed())
            .toList();
    return new Candidate(
        hit,
        weights.inUnits(hit.score()),
        weights.together(asked.keys()),
        weights.together(held),
        held.stream()
            .filter(word -> weights.of(word) >= LEAST_WEIGHT)
            .map(asked.written()::get)
            .toList());
  }

  /** 0 to 1. */
  double coverage() {
    return asked == 0 ? 0 : held / asked;
  }
}
