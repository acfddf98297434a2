package org.svarbar.suggestion;

import java.util.Comparator;
import java.util.List;
import org.svarbar.knowledge.EntryHit;

/**
 * A hit with what speaks for it.
 *
 * @param coverage the share of the question's words that the entry holds, by weight
 * @param matched the question's words that the entry holds, heaviest first
 */
record Candidate(EntryHit hit, double score, double coverage, List<String> matched) {

  static Candidate of(EntryHit hit, AskedWords asked, WordWeights weights) {
    var held =
        asked.keys().stream()
            .filter(word -> hit.questionWords().contains(word) || hit.answerWords().contains(word))
            .sorted(Comparator.comparingDouble(weights::of).reversed())
            .toList();
    var whole = asked.keys().stream().mapToDouble(weights::of).sum();
    var part = held.stream().mapToDouble(weights::of).sum();
    return new Candidate(
        hit,
        hit.score(),
        whole == 0 ? 0 : part / whole,
        held.stream().map(asked.written()::get).toList());
  }
}
