package org.svarbar.redaction;

import java.time.YearMonth;

/** Days on which people may be born, as numbers hold them. */
final class CalendarDate {

  private CalendarDate() {}

  static boolean exists(int day, int month, int year) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /**
   * Whether there is such a day in a century since 1800: 29 February in each fourth year, for 2000
   * had one.
   *
   * @param year its last two digits
   */
  static boolean existsInSomeCentury(int day, int month, int year) {
    return exists(day, month, 2000 + year);
  }

  /** The two digits from a place on, as a number. */
  static int two(String digits, int start) {
    return (digits.charAt(start) - '0') * 10 + digits.charAt(start + 1) - '0';
  }
}
