package org.svarbar.replay;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.svarbar.triage.Precision;

/**
 * What a replay shows so far.
 *
 * @param counts of cases by what they show
 * @param sampled undecided ones that people judged
 * @param changed cases whose suggested entry says something else now than on the ticket's day
 * @param curve from few to all
 * @param errors examples: the wrong ones that were surest
 */
public record ReplayReport(
    Map<Result, Integer> counts,
    int sampled,
    int changed,
    Precision precision,
    List<Coverage> curve,
    List<Breakdown> groups,
    List<Breakdown> languages,
    List<Breakdown> topics,
    List<ReplayCase> errors) {

  private static final int MOST_ERRORS = 10;

  static ReplayReport of(List<ReplayCase> all) {
    var sampled = all.stream().filter(ReplayCase::byPerson).toList();
    var wrong = Precision.wrongOfUndecided(sampled.size(), Breakdown.count(sampled, Result.WRONG));
    var counts = new EnumMap<Result, Integer>(Result.class);
    for (var result : Result.values()) {
      counts.put(result, Breakdown.count(all, result));
    }
    return new ReplayReport(
        counts,
        sampled.size(),
        (int) all.stream().filter(ReplayCase::entryChanged).count(),
        Breakdown.precision(all, wrong),
        Coverage.curve(all, wrong),
        Breakdown.by(it -> it.group().orElse(""), all, wrong),
        Breakdown.by(it -> it.language().getLanguage(), all, wrong),
        Breakdown.by(it -> it.topic().orElse(""), all, wrong),
        all.stream()
            .filter(it -> it.result() == Result.WRONG)
            .sorted(Comparator.comparingDouble(ReplayCase::raw).reversed())
            .limit(MOST_ERRORS)
            .toList());
  }
}
