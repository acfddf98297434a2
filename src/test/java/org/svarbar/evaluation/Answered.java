package org.svarbar.evaluation;

import java.util.List;
import org.svarbar.evaluation.EvaluationSet.Asked;

/**
 * What the product said to a question.
 *
 * @param ranked ids of entries, best first, at most ten
 * @param answerable that anything answers, as the product says
 * @param probability that the first is right, as the product says
 * @param plain ids of entries as plain BM25 ranks them
 */
record Answered(
    Asked asked,
    List<String> ranked,
    double answerable,
    double probability,
    long nanos,
    List<String> plain) {

  boolean isAnswerable() {
    return !asked.answers().isEmpty();
  }

  boolean isFirstRight() {
    return !ranked.isEmpty() && asked.answers().contains(ranked.getFirst());
  }

  boolean isPlainFirstRight() {
    return !plain.isEmpty() && asked.answers().contains(plain.getFirst());
  }
}
