package org.svarbar.suggestion;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.suggestion.Associations.Likelihoods;
import org.svarbar.text.Terms;

/**
 * An entry with what speaks for it.
 *
 * @param strength how well the search found it to match, see {@link WordWeights#strength}
 * @param likelihood what past questions say for it; 0 to 1; 0 too when there are none
 * @param searchCounts what share the search has in its rank; 0 to 1, the less the more past
 *     questions are known
 * @param similarity how near it is to the question by what both mean, −1 to 1; empty: unknown
 * @param meaning what that adds to its rank
 * @param asked what the question's words weigh together, in units of a word that one entry alone
 *     holds
 * @param held what those of them weigh that the entry holds
 * @param matched those words as they were written, heaviest first
 * @param unmatched the others that weigh something, as they were written, heaviest first
 */
record Candidate(
    EntryHit hit,
    double strength,
    double likelihood,
    double searchCounts,
    OptionalDouble similarity,
    double meaning,
    double asked,
    double held,
    List<String> matched,
    List<String> unmatched) {

  /** Less says nothing to a person who wants to know why. */
  private static final double LEAST_WEIGHT = 0.25;

  /** How much the logarithm of the likelihood counts in the rank. */
  private static final double PAST = 2;

  /** So much the other way of asking for an entry is never ruled out. */
  private static final double LEAST_LIKELIHOOD = 0.001;

  /** What the search counts for a rare word that is there. */
  private static final double A_WORD = 14;

  static Candidate of(EntryHit hit, AskedWords asked, WordWeights weights) {
    var judged = judged(hit, asked, weights);
    var all = weights.together(asked.words());
    return new Candidate(
        hit,
        weights.strength(hit.score(), all),
        0,
        1,
        OptionalDouble.empty(),
        0,
        all,
        judged.stream().mapToDouble(Judged::held).sum(),
        telling(judged.stream().filter(Judged::isHeld), Judged::held),
        telling(judged.stream().filter(Predicate.not(Judged::isHeld)), Judged::weight));
  }

  /**
   * A word of the question.
   *
   * @param held what it weighs in the entry; 0: that does not hold it
   */
  private record Judged(String written, double weight, double held) {

    boolean isHeld() {
      return held > 0;
    }
  }

  private static List<Judged> judged(EntryHit hit, AskedWords asked, WordWeights weights) {
    return asked.words().stream()
        .map(
            word ->
                new Judged(
                    word.written(),
                    weights.of(word),
                    Math.max(
                        weights.of(word, hit.questionWords()),
                        weights.of(word, hit.answerWords()))))
        .toList();
  }

  /** As they were written, heaviest first. */
  private static List<String> telling(Stream<Judged> words, ToDoubleFunction<Judged> weight) {
    return words
        .filter(word -> weight.applyAsDouble(word) >= LEAST_WEIGHT)
        .sorted(Comparator.comparingDouble(weight).reversed())
        .map(Judged::written)
        .distinct()
        .toList();
  }

  /** As if the search had found it, but with nothing that speaks for it there. */
  static EntryHit unfound(FaqEntry entry) {
    return new EntryHit(
        entry.id(),
        entry.source(),
        entry.key(),
        entry.language(),
        0,
        words(String.join("\n", entry.questions()), entry.language()),
        words(entry.plainText(), entry.language()));
  }

  private static Set<String> words(String text, Locale language) {
    return new HashSet<>(Terms.of(text, language).keys());
  }

  /** What speaks for it, speaks for this. */
  Candidate of(EntryHit version) {
    return new Candidate(
        version,
        strength,
        likelihood,
        searchCounts,
        similarity,
        meaning,
        asked,
        held,
        matched,
        unmatched);
  }

  Candidate with(Likelihoods likelihoods) {
    return new Candidate(
        hit,
        strength,
        likelihoods.of(hit.id()),
        likelihoods.searchCounts(),
        similarity,
        meaning,
        asked,
        held,
        matched,
        unmatched);
  }

  Candidate with(Nearness nearness) {
    return new Candidate(
        hit,
        strength,
        likelihood,
        searchCounts,
        nearness.of(hit.id()),
        nearness.adds(hit.id()),
        asked,
        held,
        matched,
        unmatched);
  }

  Candidate less(double by) {
    return new Candidate(
        hit,
        strength - by,
        likelihood,
        searchCounts,
        similarity,
        meaning,
        asked,
        held,
        matched,
        unmatched);
  }

  /** By what candidates are ranked: the higher the better. */
  double rank() {
    return searchCounts * (strength + meaning) + past();
  }

  private double past() {
    return PAST * Math.log((likelihood + LEAST_LIKELIHOOD) / LEAST_LIKELIHOOD);
  }

  /** What speaks for it, not by how much it was asked for: parts of words, and words. */
  double evidence() {
    return strength * (asked + WordWeights.UNSAID) / A_WORD + held;
  }

  /** 0 to 1. */
  double coverage() {
    return asked == 0 ? 0 : held / asked;
  }
}
