package org.svarbar.insight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.svarbar.knowledge.FaqEntry;

/**
 * Why an entry may no longer hold: its day of review is over, it speaks of a year that is over and
 * of none that is not, or nobody has changed it for long.
 *
 * @param reason `review`, `past` or `old`
 * @param says the day or year
 */
record Staleness(String reason, String says) {

  /** Older years are history: a company's foundation, a law's number. */
  private static final int YEARS_BACK = 5;

  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\d.,/:-])(?:\\d{1,2}\\.\\s?\\d{1,2}\\.)?(20\\d{2})(?:-\\d{2}-\\d{2})?(?![\\d/:%]|-\\d|[.,]\\d)");

  /**
   * @param oldAfterDays 0: however old
   */
  static Optional<Staleness> of(FaqEntry entry, LocalDate today, int oldAfterDays) {
    return entry
        .reviewOn()
        .filter(day -> day.isBefore(today))
        .map(day -> new Staleness("review", day.toString()))
        .or(() -> past(entry, today))
        .or(() -> old(entry, today, oldAfterDays));
  }

  private static Optional<Staleness> past(FaqEntry entry, LocalDate today) {
    var text = String.join("\n", entry.questions()) + "\n" + entry.plainText();
    return YEAR.matcher(text)
        .results()
        .map(Staleness::year)
        .max(Integer::compare)
        .filter(year -> year < today.getYear() && year >= today.getYear() - YEARS_BACK)
        .map(year -> new Staleness("past", String.valueOf(year)));
  }

  private static Integer year(MatchResult found) {
    return Integer.valueOf(found.group(1));
  }

  private static Optional<Staleness> old(FaqEntry entry, LocalDate today, int oldAfterDays) {
    var changedOn = LocalDate.ofInstant(entry.changedAt(), ZoneOffset.UTC);
    return oldAfterDays > 0 && changedOn.isBefore(today.minusDays(oldAfterDays))
        ? Optional.of(new Staleness("old", changedOn.toString()))
        : Optional.empty();
  }
}
