package org.svarbar.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.knowledge.ImportReport.Refused;
import org.svarbar.source.LastRun;
import org.svarbar.source.LastRun.ChangedEntry;
import org.svarbar.source.Source;
import org.svarbar.source.SourceStanding;

/**
 * A source as programs see it; what is not there is `null`.
 *
 * @param nextRun an ISO time; `null`: it is not read by itself
 * @param lastRun `null`: it was never read
 */
public record SourceView(
    String name,
    String kind,
    String address,
    String connection,
    String language,
    String visibility,
    String group,
    long everySeconds,
    boolean enabled,
    boolean running,
    String nextRun,
    Run lastRun) {

  /**
   * The run that goes on, or the last.
   *
   * @param outcome `succeeded`, `held`, `failed` or `cancelled`
   * @param failure why, in the caller's language
   */
  public record Run(
      String startedAt,
      String endedAt,
      String outcome,
      int done,
      int total,
      int added,
      int changed,
      int unchanged,
      int removed,
      int refused,
      String failure,
      List<ChangedEntry> changes,
      List<RefusedItem> refusals) {

    static Run of(LastRun run, Locale language) {
      return new Run(
          run.startedAt().toString(),
          text(run.endedAt()),
          run.outcome().map(outcome -> outcome.name().toLowerCase(Locale.ROOT)).orElse(null),
          run.done(),
          run.total(),
          run.added(),
          run.changed(),
          run.unchanged(),
          run.removed(),
          run.refused(),
          run.failure().map(reason -> reason.text(language)).orElse(null),
          run.changes(),
          run.refusals().stream().map(each -> RefusedItem.of(each, language)).toList());
    }
  }

  /** Something that was not taken, and why, in the caller's language. */
  public record RefusedItem(String place, List<String> reasons) {

    static RefusedItem of(Refused refused, Locale language) {
      return new RefusedItem(refused.place(), refused.texts(language));
    }
  }

  static SourceView of(SourceStanding standing, Locale language) {
    Source source = standing.source();
    return new SourceView(
        source.name(),
        source.kind(),
        source.address(),
        text(source.connection()),
        source.language().toLanguageTag(),
        source.visibility().name().toLowerCase(Locale.ROOT),
        text(source.group()),
        source.every().toSeconds(),
        source.enabled(),
        standing.running(),
        text(standing.nextRun()),
        standing.lastRun().map(run -> Run.of(run, language)).orElse(null));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
