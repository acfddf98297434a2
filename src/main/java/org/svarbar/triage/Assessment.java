package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a verdict rests on.
 *
 * @param probability that the first suggestion is right, 0 to 1; 0 without one
 * @param rawProbability what the shipped model alone says
 * @param measuredOn how many judged outcomes of this organisation the probability rests on; 0: it
 *     was fitted on other people's questions and is only to be spoken of in words
 * @param similar how often the like was asked in the last 90 days
 * @param signals what was seen in the message
 * @param reasons the weightiest first
 * @param model which version of the model gave the probability
 */
public record Assessment(
    double probability,
    double rawProbability,
    int measuredOn,
    Quadrant quadrant,
    int similar,
    Set<SignalKind> signals,
    List<Reason> reasons,
    String model) {

  public Assessment {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability of " + probability);
    }
    Objects.requireNonNull(quadrant, "quadrant");
    signals = Set.copyOf(signals);
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(model, "model");
  }

  Assessment because(Reason reason) {
    var more = new ArrayList<Reason>();
    more.add(reason);
    more.addAll(reasons);
    return new Assessment(
        probability, rawProbability, measuredOn, quadrant, similar, signals, more, model);
  }

  /** Whether a person has to answer it whatever any list of rules says. */
  public boolean isForPersonsOnly() {
    return signals.stream().anyMatch(kind -> kind.isFixed() || kind.isAutomatic());
  }

  /** Whether a program wrote the message, so that nobody waits for an answer. */
  public boolean isAutomatic() {
    return signals.stream().anyMatch(SignalKind::isAutomatic);
  }
}
