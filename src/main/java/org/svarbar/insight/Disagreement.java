package org.svarbar.insight;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.svarbar.insight.Statement.Counted;
import org.svarbar.knowledge.FaqEntry;

/**
 * In what two answers to the same question differ that matters: numbers of the same thing, a
 * sentence and its negation, addresses.
 *
 * @param reason `numbers`, `negation` or `links`
 * @param one the sentence or address in the first answer
 * @param other in the second
 */
record Disagreement(String reason, String one, String other) {

  private static final double SAME_SENTENCE = 0.6;
  private static final int LEAST_WORDS = 3;
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  /** Empty: none is seen. */
  static Optional<Disagreement> between(FaqEntry one, FaqEntry other) {
    var ours = Statement.of(one);
    var theirs = Statement.of(other);
    return numbers(ours, theirs)
        .or(() -> negation(ours, theirs))
        .or(() -> links(links(one), links(other)));
  }

  /** Both count the same thing, and no number is in both. */
  private static Optional<Disagreement> numbers(List<Statement> ours, List<Statement> theirs) {
    var counted = byUnit(theirs);
    return byUnit(ours).entrySet().stream()
        .filter(unit -> counted.containsKey(unit.getKey()))
        .filter(unit -> Collections.disjoint(unit.getValue(), counted.get(unit.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .map(unit -> new Disagreement("numbers", naming(unit, ours), naming(unit, theirs)));
  }

  private static Map<String, Set<String>> byUnit(List<Statement> statements) {
    return statements.stream()
        .flatMap(it -> it.numbers().stream())
        .collect(
            Collectors.groupingBy(
                Counted::unit, Collectors.mapping(Counted::number, Collectors.toSet())));
  }

  private static String naming(String unit, List<Statement> statements) {
    return statements.stream()
        .filter(it -> it.numbers().stream().anyMatch(number -> number.unit().equals(unit)))
        .map(Statement::text)
        .findFirst()
        .orElse("");
  }

  private static Optional<Disagreement> negation(List<Statement> ours, List<Statement> theirs) {
    for (var one : ours) {
      for (var other : theirs) {
        if (one.negated() != other.negated()
            && Math.min(one.keys().size(), other.keys().size()) >= LEAST_WORDS
            && one.likeness(other) >= SAME_SENTENCE) {
          return Optional.of(new Disagreement("negation", one.text(), other.text()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Disagreement> links(Set<String> ours, Set<String> theirs) {
    return ours.isEmpty() || theirs.isEmpty() || !Collections.disjoint(ours, theirs)
        ? Optional.empty()
        : Optional.of(new Disagreement("links", String.join(" ", ours), String.join(" ", theirs)));
  }

  private static Set<String> links(FaqEntry entry) {
    return LINK.matcher(entry.html())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
