package org.svarbar.replay;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svarbar.triage.Precision;

/**
 * The cases of one group, language or topic.
 *
 * @param name empty: those that have none
 * @param suggested for how many something was suggested
 */
public record Breakdown(String name, int cases, int suggested, Precision precision) {

  /** One for each name, the most cases first. */
  static List<Breakdown> by(
      Function<ReplayCase, String> name, List<ReplayCase> all, double wrongOfUndecided) {
    return all.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
        .map(it -> of(it.getKey(), it.getValue(), wrongOfUndecided))
        .sorted(Comparator.comparingInt(Breakdown::cases).reversed().thenComparing(Breakdown::name))
        .toList();
  }

  private static Breakdown of(String name, List<ReplayCase> cases, double wrongOfUndecided) {
    var suggested = (int) cases.stream().filter(it -> it.entryId().isPresent()).count();
    return new Breakdown(name, cases.size(), suggested, precision(cases, wrongOfUndecided));
  }

  static Precision precision(List<ReplayCase> cases, double wrongOfUndecided) {
    return new Precision(
        count(cases, Result.RIGHT),
        count(cases, Result.WRONG),
        count(cases, Result.UNDECIDED),
        wrongOfUndecided);
  }

  static int count(List<ReplayCase> cases, Result result) {
    return (int) cases.stream().filter(it -> it.result() == result).count();
  }
}
