package org.svarbar.suggestion;

import java.util.List;
import java.util.Locale;
import org.svarbar.knowledge.EntryHits;

/**
 * What the entries of one language have to say to a question.
 *
 * @param candidates best first
 */
record Findings(List<Candidate> candidates, AnsweringSentence sentence) {

  static Findings of(Question question, Locale language, EntryHits hits) {
    var asked = AskedWords.of(question, language);
    var weights = new WordWeights(hits);
    return new Findings(
        hits.hits().stream().map(hit -> Candidate.of(hit, asked, weights)).toList(),
        new AnsweringSentence(asked, weights));
  }

  /** What the policy lets, or what it does not let. */
  List<Found> found(SuggestionPolicy policy, boolean fitting) {
    return candidates.stream()
        .filter(candidate -> policy.lets(candidate, candidates.getFirst()) == fitting)
        .map(candidate -> new Found(candidate, sentence))
        .toList();
  }

  /** A candidate, and what finds the sentence to show of it. */
  record Found(Candidate candidate, AnsweringSentence sentence) {}
}
