package org.svarbar.redaction;

/** Day and month as numbers hold them. The year matters to none: who is 100 has the same number. */
final class CalendarDate {

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private CalendarDate() {}

  static boolean exists(int day, int month) {
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
  }

  /** The two digits from a place on, as a number. */
  static int two(String digits, int start) {
    return (digits.charAt(start) - '0') * 10 + digits.charAt(start + 1) - '0';
  }
}
