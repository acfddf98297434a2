package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.selfservice.HelpSite;
import org.svarbar.selfservice.HelpSites;
import org.svarbar.selfservice.SiteFigures;
import org.svarbar.selfservice.SiteFigures.Count;

/** Where customers who help themselves find no answer, or one that does not help. */
@ApplicationScoped
public class SelfServiceGaps {

  private static final int MOST = 50;

  @Inject HelpSites sites;
  @Inject SiteFigures figures;
  @Inject FaqEntries entries;

  /** What was searched for in vain, and in how many sessions. */
  public record Unanswered(String text, long sessions) {}

  /** An entry of which customers said that it did not help, and in how many sessions. */
  public record Unhelpful(FaqEntry entry, long sessions) {}

  /** Of all sites, the most frequent first, at most 50; of sessions that are still kept. */
  public List<Unanswered> unanswered() {
    return ranked(SiteFigures::withoutAnswer).stream()
        .map(it -> new Unanswered(it.what(), it.times()))
        .toList();
  }

  /** Likewise; entries that there are no more are left out. */
  public List<Unhelpful> unhelpful() {
    var counts = ranked(SiteFigures::notHelpful);
    var known = entries.findAll(counts.stream().map(it -> Long.valueOf(it.what())).toList());
    return counts.stream()
        .flatMap(
            it ->
                Optional.ofNullable(known.get(Long.valueOf(it.what())))
                    .filter(entry -> !entry.isRetired())
                    .map(entry -> new Unhelpful(entry, it.times()))
                    .stream())
        .toList();
  }

  private List<Count> ranked(BiFunction<SiteFigures, String, List<Count>> of) {
    Map<String, Long> sums =
        sites.all().stream()
            .map(HelpSite::id)
            .flatMap(site -> of.apply(figures, site).stream())
            .collect(Collectors.groupingBy(Count::what, Collectors.summingLong(Count::times)));
    return sums.entrySet().stream()
        .map(it -> new Count(it.getKey(), it.getValue()))
        .sorted(Comparator.comparing(Count::times).reversed().thenComparing(Count::what))
        .limit(MOST)
        .toList();
  }
}
