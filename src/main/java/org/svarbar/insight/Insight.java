package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.insight.Finding.Kind;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.selfservice.HelpSites;
import org.svarbar.selfservice.SiteFigures;
import org.svarbar.triage.FigureChoice;
import org.svarbar.triage.TriageFigures;
import org.svarbar.triage.Turnout;
import org.svarbar.triage.Volume;

/** How well it goes, in figures; nothing in them points at a person. */
@ApplicationScoped
public class Insight {

  private static final int MOST_GAPS = 20;

  @Inject TriageFigures figures;
  @Inject SelfServiceGaps selfService;
  @Inject SiteFigures sites;
  @Inject HelpSites helpSites;
  @Inject FaqEntries entries;
  @Inject KnowledgeReport report;

  /** What came in a step of the period that begins at `from`. */
  public record Step(Instant from, Volume volume) {}

  /** An entry that was suggested first and wrong more than once, or did not help customers. */
  public record Harmful(FaqEntry entry, int wrong, int right, long unhelpful) {}

  /** Half of the answers came within `median`, nine of ten within `slow`. */
  public record TimeToAnswer(int cases, Duration median, Duration slow) {}

  /** All that is known of a period. */
  public record Figures(
      Volume volume,
      List<Step> steps,
      Turnout turnout,
      Optional<TimeToAnswer> timeToAnswer,
      SiteFigures.Deflection deflection,
      List<Gap> gaps,
      List<Harmful> harmful,
      long stale) {}

  /**
   * @param choice what is counted; self-service and stale entries know neither connection nor group
   * @param step the width of a step, at least a 60th of the period
   */
  public Figures of(FigureChoice choice, Duration step) {
    var learned = figures.learned(choice);
    return new Figures(
        figures.volume(choice),
        steps(choice, step),
        learned.turnout(),
        timeToAnswer(figures.timesToAnswer(choice)),
        deflection(choice),
        gaps(),
        harmful(learned.oftenWrong()),
        report.count(Optional.of(Kind.STALE)));
  }

  /** The groups that can be chosen. */
  public List<String> groups(FigureChoice choice) {
    return figures.groups(choice);
  }

  private List<Step> steps(FigureChoice choice, Duration step) {
    var steps = new ArrayList<Step>();
    for (var from = choice.from(); from.isBefore(choice.until()); from = from.plus(step)) {
      var end = from.plus(step);
      var until = end.isBefore(choice.until()) ? end : choice.until();
      steps.add(new Step(from, figures.volume(choice.at(from, until))));
    }
    return steps;
  }

  private static Optional<TimeToAnswer> timeToAnswer(List<Duration> times) {
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimeToAnswer(
                times.size(), times.get(times.size() / 2), times.get(times.size() * 9 / 10)));
  }

  private SiteFigures.Deflection deflection(FigureChoice choice) {
    var days = (int) Math.max(1, Duration.between(choice.from(), choice.until()).toDays());
    return helpSites.all().stream()
        .map(site -> sites.deflection(site.id(), days))
        .reduce(new SiteFigures.Deflection(0, 0, 0, 0, 0), Insight::together);
  }

  private static SiteFigures.Deflection together(
      SiteFigures.Deflection one, SiteFigures.Deflection other) {
    return new SiteFigures.Deflection(
        one.confirmed() + other.confirmed(),
        one.unconfirmed() + other.unconfirmed(),
        one.contacted() + other.contacted(),
        one.unsolved() + other.unsolved(),
        one.notYet() + other.notYet());
  }

  private List<Gap> gaps() {
    var asked =
        selfService.unanswered().stream()
            .map(it -> new Gaps.Asked(it.text(), it.sessions()))
            .toList();
    return Gaps.of(asked).stream().limit(MOST_GAPS).toList();
  }

  private List<Harmful> harmful(List<TriageFigures.SuggestedFirst> wrong) {
    var unhelpful = selfService.unhelpful();
    var known = entries.findAll(wrong.stream().map(TriageFigures.SuggestedFirst::entryId).toList());
    var first =
        wrong.stream()
            .flatMap(
                it ->
                    Optional.ofNullable(known.get(it.entryId()))
                        .filter(entry -> !entry.isRetired())
                        .map(
                            entry ->
                                new Harmful(
                                    entry,
                                    it.wrong(),
                                    it.right(),
                                    unhelpful(unhelpful, it.entryId())))
                        .stream());
    var others =
        unhelpful.stream()
            .filter(it -> !known.containsKey(it.entry().id()))
            .map(it -> new Harmful(it.entry(), 0, 0, it.sessions()));
    return Stream.concat(first, others).toList();
  }

  private static long unhelpful(List<SelfServiceGaps.Unhelpful> all, long entry) {
    return all.stream()
        .filter(it -> it.entry().id() == entry)
        .mapToLong(SelfServiceGaps.Unhelpful::sessions)
        .sum();
  }
}
