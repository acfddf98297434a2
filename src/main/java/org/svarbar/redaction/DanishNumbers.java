package org.svarbar.redaction;

import java.util.Optional;

/**
 * CPR numbers `DDMMYY-SSSS`; replacement numbers have day + 60. Since 2007 numbers without a valid
 * check digit are given out and fully valid, to people of all ages: the check digit can only make
 * one likelier.
 *
 * <p>Source: cpr.dk, "Personnumre uden kontrolciffer (modulus 11 kontrol)".
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
    return CalendarDate.exists(day > 60 ? day - 60 : day, CalendarDate.two(digits, 2));
  }
}
