package org.svarbar.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a question.
 *
 * @param language of the question, as given or found out
 * @param answerable how likely anything in the knowledge answers, 0 to 1
 * @param probability that the best of all is right, 0 to 1
 * @param embeddings the model by which entries were compared with the question; empty: none
 * @param suggestions best first; empty: nothing fits
 * @param passedOver the best hits that did not fit well enough, for those who want to know why
 */
public record Suggested(
    Locale language,
    double answerable,
    double probability,
    Optional<String> embeddings,
    List<Suggestion> suggestions,
    List<Suggestion> passedOver) {

  /** Of which only the best is judged. */
  public Suggested(
      Locale language,
      double probability,
      Optional<String> embeddings,
      List<Suggestion> suggestions,
      List<Suggestion> passedOver) {
    this(language, probability, probability, embeddings, suggestions, passedOver);
  }

  public Suggested {
    suggestions = List.copyOf(suggestions);
    passedOver = List.copyOf(passedOver);
  }
}
