package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.triage.HardRule.Most;

/**
 * Comes to a verdict: rules first, then the probability.
 *
 * @param rules of the connection
 * @param answerableFrom the least probability of what is called answerable where nothing is
 *     promised, 0 to 1
 * @param frequentFrom how often in 90 days the like must have been asked to be frequent
 */
record Judgement(HardRules rules, double answerableFrom, int frequentFrom) {

  private static final int MOST_WORDS = 6;

  /**
   * @param certainty how likely the first suggestion is right
   * @param similar how often the like was asked in the last 90 days
   */
  Verdict of(Incoming incoming, Suggested suggested, Certainty certainty, int similar) {
    var signals = Signals.of(incoming);
    var ruling = rules.concerning(incoming, signals);
    var fits = !suggested.suggestions().isEmpty();
    var isPerson = ruling.stream().anyMatch(rule -> rule.then() == Most.PERSON);
    var reasons = new ArrayList<Reason>();
    reasons.addAll(ruled(ruling, signals));
    reasons.addAll(evidence(suggested, certainty, similar));
    var assessment =
        new Assessment(
            fits ? certainty.probability() : 0,
            fits ? certainty.raw() : 0,
            certainty.measuredOn(),
            Quadrant.of(similar >= frequentFrom, signals.isSimple()),
            similar,
            signals.kinds(),
            reasons,
            certainty.model());
    if (isPerson || !fits) {
      return new Verdict.Person(assessment, isPerson);
    }
    return ruling.isEmpty() && signals.isSimple() && certainty.isEnough(answerableFrom)
        ? new Verdict.Answerable(assessment)
        : new Verdict.Suggest(assessment);
  }

  /** What was seen says more than the name of the rule about it. */
  private static List<Reason> ruled(List<HardRule> ruling, Signals signals) {
    var seen =
        signals.seen().stream()
            .filter(signal -> ruling.stream().anyMatch(rule -> isAbout(rule, signal)))
            .map(Reason::of);
    var others =
        ruling.stream()
            .filter(rule -> !(rule.when() instanceof HardRule.When.Seen))
            .map(rule -> Reason.of("rule", rule.name()));
    var besides =
        signals.seen().stream()
            .filter(signal -> ruling.stream().noneMatch(rule -> isAbout(rule, signal)))
            .map(Reason::of);
    return Stream.of(seen, others, besides).flatMap(it -> it).distinct().toList();
  }

  private static boolean isAbout(HardRule rule, Signal signal) {
    return rule.when() instanceof HardRule.When.Seen seen && seen.kind() == signal.kind();
  }

  private List<Reason> evidence(Suggested suggested, Certainty certainty, int similar) {
    if (suggested.suggestions().isEmpty()) {
      return List.of(Reason.of("nothing-fits"));
    }
    var reasons = new ArrayList<Reason>();
    reasons.add(certainty.reason());
    var best = suggested.suggestions().getFirst();
    add("matched", words(best.matchedWords()), reasons);
    add("unmatched", words(best.unmatchedWords()), reasons);
    reasons.add(
        similar >= frequentFrom ? Reason.of("frequent", similar) : Reason.of("rare", similar));
    rival(suggested).ifPresent(reasons::add);
    return reasons;
  }

  private static void add(String key, String words, List<Reason> reasons) {
    if (!words.isEmpty()) {
      reasons.add(Reason.of(key, words));
    }
  }

  /** Another entry that fits nearly as well speaks against the first. */
  private static Optional<Reason> rival(Suggested suggested) {
    var all = suggested.suggestions();
    return all.size() > 1 && isNear(all.get(0), all.get(1))
        ? Optional.of(Reason.of("rival", all.get(1).title()))
        : Optional.empty();
  }

  private static boolean isNear(Suggestion best, Suggestion second) {
    return best.score() - second.score() < Math.log(2);
  }

  /** Without what may be a customer's number or address: reasons are kept. */
  private static String words(List<String> words) {
    return words.stream()
        .filter(word -> word.chars().noneMatch(c -> Character.isDigit(c) || c == '@'))
        .limit(MOST_WORDS)
        .collect(Collectors.joining(", "));
  }
}
