package org.svarbar.redaction;

import java.util.Optional;
import java.util.Set;

/**
 * Fødselsnummer `DDMMYYiiikk`; D-number (day + 40), H-number and NAV's synthetic ones (month + 40),
 * Tenor's (month + 80), those of Norsk helsenett (month + 65), and FH-numbers (first digit 8 or 9).
 * From 2032 on the first check digit may also leave a remainder of 1, 2 or 3, in numbers of people
 * of any age; old and new numbers live side by side.
 *
 * <p>Source: Skatteetaten, "Nytt fødselsnummer fra 2032".
 */
final class NorwegianNumbers implements Recogniser {

  private static final Set<String> CHARACTERISTIC = Set.of("6 5", "6-5", "6 3 2", "2.2.2 5");
  private static final Set<Integer> ADDED_TO_MONTH = Set.of(40, 65, 80);
  private static final int LARGEST_NEW_REMAINDER = 3;

  @Override
  public Optional<Candidate> at(Place place) {
    for (var prefix : place.groups()) {
      var evidence = evidence(prefix);
      if (evidence.isPresent()) {
        return evidence.map(
            found -> new Candidate(Identifier.FODSELSNUMMER, place.start(), prefix.end(), found));
      }
    }
    return Optional.empty();
  }

  private static Optional<Evidence> evidence(DigitGroups.Prefix prefix) {
    var digits = prefix.digits();
    boolean characteristic = CHARACTERISTIC.contains(prefix.shape());
    if (digits.length() != 11 || !characteristic && !prefix.shape().equals("11")) {
      return Optional.empty();
    }
    if (isDated(digits, 0)) {
      boolean checked = isChecked(digits, LARGEST_NEW_REMAINDER);
      return Optional.of(
          !checked ? Evidence.WEAK : characteristic ? Evidence.SURE : Evidence.LIKELY);
    }
    boolean rare =
        digits.charAt(0) >= '8' || ADDED_TO_MONTH.stream().anyMatch(add -> isDated(digits, add));
    return rare && isChecked(digits, LARGEST_NEW_REMAINDER)
        ? Optional.of(Evidence.WEAK)
        : Optional.empty();
  }

  private static boolean isDated(String digits, int addedToMonth) {
    int day = CalendarDate.two(digits, 0);
    int month = CalendarDate.two(digits, 2) - addedToMonth;
    int year = CalendarDate.two(digits, 4);
    return CalendarDate.existsInSomeCentury(day > 40 ? day - 40 : day, month, year);
  }

  private static boolean isChecked(String digits, int largestRemainder) {
    return CheckDigits.remainder11(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) <= largestRemainder
        && CheckDigits.remainder11(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) == 0;
  }
}
