package org.svarbar.redaction;

import java.util.Optional;

/**
 * CPR numbers `DDMMYY-SSSS`; replacement numbers have day + 60. Since 2007 numbers without a valid
 * check digit are given out and fully valid, to people of all ages: the check digit can only make
 * one likelier.
 *
 * <p>Source: cpr.dk, "Personnumre uden kontrolciffer (modulus 11 kontrol)" and "Personnummeret i
 * CPR".
 */
final class DanishNumbers implements Recogniser {

  @Override
  public Optional<Candidate> at(Place place) {
    for (var prefix : place.groups()) {
      if (prefix.digits().length() == 10 && isDated(prefix.digits())) {
        return evidence(prefix)
            .map(found -> isReplacement(prefix.digits()) ? Evidence.WEAK : found)
            .map(found -> new Candidate(Identifier.CPR, place.start(), prefix.end(), found));
      }
    }
    return Optional.empty();
  }

  private static Optional<Evidence> evidence(DigitGroups.Prefix prefix) {
    boolean checked = CheckDigits.remainder11(prefix.digits(), 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) == 0;
    return switch (prefix.shape()) {
      case "6-4", "2-2-2-4" -> Optional.of(checked ? Evidence.SURE : Evidence.LIKELY);
      case "10", "6 4", "2 2 2 4", "2.2.2-4" ->
          Optional.of(checked ? Evidence.LIKELY : Evidence.WEAK);
      default -> Optional.empty();
    };
  }

  /** They are rare, and Swedish numbers often look so. */
  private static boolean isReplacement(String digits) {
    return digits.charAt(0) >= '6';
  }

  private static boolean isDated(String digits) {
    int day = CalendarDate.two(digits, 0);
    int month = CalendarDate.two(digits, 2);
    int year = CalendarDate.two(digits, 4);
    boolean exists =
        isReplacement(digits)
            ? CalendarDate.existsInSomeCentury(day - 60, month, year)
            : CalendarDate.exists(day, month, century(digits.charAt(6), year) + year);
    return exists && !digits.endsWith("0000");
  }

  /** The seventh digit and the year say it together. */
  private static int century(char seventh, int year) {
    return switch (seventh) {
      case '0', '1', '2', '3' -> 1900;
      case '4', '9' -> year <= 36 ? 2000 : 1900;
      default -> year <= 57 ? 2000 : 1800;
    };
  }
}
