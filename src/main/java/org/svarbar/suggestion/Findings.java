package org.svarbar.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.suggestion.Associations.Likelihoods;

/**
 * What the entries of one language have to say to a question.
 *
 * @param candidates best first
 */
record Findings(Locale language, List<Candidate> candidates, AnsweringSentence sentence) {

  /**
   * @param asked the question's words, as the search was given them
   * @param alsoThese entries that the search did not find, but past questions point to
   * @param likelihoods what past questions say for entries
   * @param nearness of entries to the question by what they mean
   */
  static Findings of(
      AskedWords asked,
      EntryHits hits,
      List<EntryHit> alsoThese,
      Likelihoods likelihoods,
      Nearness nearness) {
    var weights = new WordWeights(hits);
    return new Findings(
        asked.language(),
        Stream.concat(hits.hits().stream(), alsoThese.stream())
            .map(hit -> Candidate.of(hit, asked, weights))
            .map(candidate -> candidate.with(likelihoods))
            .map(candidate -> candidate.with(nearness))
            .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
            .toList(),
        new AnsweringSentence(asked, weights));
  }

  List<Found> found() {
    return candidates.stream().map(candidate -> new Found(candidate, sentence)).toList();
  }

  /** A candidate, and what finds the sentence to show of it. */
  record Found(Candidate candidate, AnsweringSentence sentence) {

    /** What its source calls it, in whatever language. */
    List<String> name() {
      return List.of(candidate.hit().source(), candidate.hit().key());
    }

    double rank() {
      return candidate.rank();
    }

    /**
     * The same in another language.
     *
     * @param finder what finds the sentence to show in that language
     */
    Found of(EntryHit version, Optional<AnsweringSentence> finder) {
      return new Found(candidate.of(version), finder.orElse(sentence));
    }

    /** The same, ranked lower. */
    Found less(double strength) {
      return new Found(candidate.less(strength), sentence);
    }
  }
}
