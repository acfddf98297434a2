package org.svarbar.assist;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When customers are answered automatically, by the server's clock.
 *
 * @param days on which such a time begins
 * @param until the same as `from`: all day; before it: on the next day
 */
public record ReplyHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

  /** Day and night. */
  public static final ReplyHours ALWAYS =
      new ReplyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public ReplyHours {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days: there is none");
    }
    days = Set.copyOf(days);
    from = from.withSecond(0).withNano(0);
    until = until.withSecond(0).withNano(0);
  }

  boolean include(ZonedDateTime time) {
    var clock = time.toLocalTime();
    var today = time.getDayOfWeek();
    if (from.equals(until)) {
      return days.contains(today);
    }
    if (from.isBefore(until)) {
      return days.contains(today) && !clock.isBefore(from) && clock.isBefore(until);
    }
    return (days.contains(today) && !clock.isBefore(from))
        || (days.contains(today.minus(1)) && clock.isBefore(until));
  }
}
