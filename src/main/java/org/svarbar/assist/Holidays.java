package org.svarbar.assist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Dates on which other hours hold for automatic replies, from midnight to midnight by the server's
 * clock. Which days are public holidays differs by country, region and agreement, so the
 * administrator lists them.
 *
 * @param dates at most 100, of this century
 * @param answered on them: true for all day, false for not at all
 */
public record Holidays(SortedSet<LocalDate> dates, boolean answered) {

  public static final Holidays NONE = new Holidays(Set.of(), false);

  /** The most dates. */
  public static final int MOST = 100;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  public Holidays {
    if (dates.size() > MOST) {
      throw new IllegalArgumentException("holidays: more than " + MOST);
    }
    for (var date : dates) {
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        throw new IllegalArgumentException("holidays: " + date + " is not of this century");
      }
    }
    dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
  }

  public Holidays(Collection<LocalDate> dates, boolean answered) {
    this(new TreeSet<>(dates), answered);
  }

  boolean include(LocalDate date) {
    return dates.contains(date);
  }
}
