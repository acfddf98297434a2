package org.svarbar.replay;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.svarbar.triage.Precision;

/** Replays as they are sent. */
final class ReplayViews {

  private ReplayViews() {}

  /** A replay and how far it is. */
  public record ReplayView(
      long id,
      String connection,
      Instant from,
      Instant until,
      int most,
      boolean strict,
      boolean fromFile,
      String state,
      int found,
      int cases,
      Instant createdAt,
      Optional<Instant> endedAt,
      Optional<String> trouble) {

    static ReplayView of(Replay replay) {
      var order = replay.order();
      return new ReplayView(
          replay.id(),
          order.connection().value(),
          order.from(),
          order.until(),
          order.most(),
          order.strict(),
          replay.fromFile(),
          replay.standing().name().toLowerCase(Locale.ROOT),
          replay.found(),
          replay.cases(),
          replay.createdAt(),
          replay.endedAt(),
          replay.trouble());
    }
  }

  /**
   * How many were right.
   *
   * @param share of those that were judged
   * @param lowerBound what the share right of all surpasses in 95 of 100 such samples
   */
  public record PrecisionView(
      int right, int wrong, int undecided, double share, double lowerBound) {

    static PrecisionView of(Precision precision) {
      return new PrecisionView(
          precision.right(),
          precision.wrong(),
          precision.undecided(),
          precision.share(),
          precision.leastRight());
    }
  }

  /** A point of the curve. */
  public record PointView(double threshold, double coverage, PrecisionView precision) {}

  /** A part of the cases. */
  public record PartView(String name, int cases, int suggested, PrecisionView precision) {

    static List<PartView> of(List<Breakdown> parts) {
      return parts.stream()
          .map(
              it ->
                  new PartView(
                      it.name(), it.cases(), it.suggested(), PrecisionView.of(it.precision())))
          .toList();
    }
  }

  /** A case, with texts that hold no personal identifiers. */
  public record CaseView(
      long id,
      String ticket,
      Instant askedAt,
      String result,
      boolean byPerson,
      String verdict,
      double probability,
      double similarity,
      String language,
      Optional<String> group,
      Optional<String> topic,
      Optional<Long> entry,
      boolean entryChanged,
      List<Long> sent,
      String question,
      String reply) {

    static CaseView of(ReplayCase it) {
      return new CaseView(
          it.id(),
          it.ticketId(),
          it.askedAt(),
          it.result().word(),
          it.byPerson(),
          it.verdict(),
          it.raw(),
          it.similarity(),
          it.language().getLanguage(),
          it.group(),
          it.topic(),
          it.entryId(),
          it.entryChanged(),
          it.sent(),
          it.question(),
          it.reply());
    }
  }

  /** What a replay shows. */
  public record ReportView(
      Map<String, Integer> counts,
      int judgedByPeople,
      int entriesChangedSince,
      PrecisionView precision,
      List<PointView> curve,
      List<PartView> groups,
      List<PartView> languages,
      List<PartView> topics,
      List<CaseView> errors) {

    static ReportView of(ReplayReport report) {
      var counts = new TreeMap<String, Integer>();
      report.counts().forEach((result, count) -> counts.put(result.word(), count));
      return new ReportView(
          counts,
          report.sampled(),
          report.changed(),
          PrecisionView.of(report.precision()),
          report.curve().stream()
              .map(
                  it -> new PointView(it.threshold(), it.share(), PrecisionView.of(it.precision())))
              .toList(),
          PartView.of(report.groups()),
          PartView.of(report.languages()),
          PartView.of(report.topics()),
          report.errors().stream().map(CaseView::of).toList());
    }
  }
}
