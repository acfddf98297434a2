package org.svarbar.redaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Telephone numbers: of the Nordic countries as they are dialled there, of all others with `+`. */
final class Phones implements Recogniser {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;

  /** Where numbers begin with 0. */
  private static final List<String> ZERO = List.of("SE", "FI");

  /** Where all numbers have eight digits. */
  private static final List<String> EIGHT = List.of("NO", "DK");

  /** How eight digits are grouped when they are a telephone number. */
  private static final Set<String> GROUPED = Set.of("3 2 3", "2 2 2 2");

  /** How days and times begin. */
  private static final Set<String> OTHERS =
      Set.of("4-2-2", "2-2-4", "2/2/4", "2/4", "4/2/2", "4-4");

  @Override
  public Optional<Candidate> at(Place place) {
    var text = place.text();
    int first = place.start();
    while ("(+".indexOf(text.near(first)) >= 0 && first - place.start() < 2) {
      first++;
    }
    boolean plus = text.piece(place.start(), first).indexOf('+') >= 0;
    var groups = first == place.start() ? place.groups() : DigitGroups.at(text, first);
    return groups.reversed().stream()
        .filter(prefix -> isLikeOne(prefix, plus))
        .flatMap(prefix -> candidate(place.start(), prefix, plus).stream())
        .findFirst();
  }

  private static Optional<Candidate> candidate(int start, DigitGroups.Prefix prefix, boolean plus) {
    return evidence(prefix, plus)
        .map(found -> new Candidate(Identifier.PHONE, start, prefix.end(), found));
  }

  private static boolean isLikeOne(DigitGroups.Prefix prefix, boolean plus) {
    int length = prefix.digits().length();
    return length >= FEWEST_DIGITS
        && length <= MOST_DIGITS
        && (plus || isShapedLikeOne(prefix.shape()));
  }

  /** A single digit behind the others checks a company's number: `0112038-9`. */
  private static boolean isShapedLikeOne(String shape) {
    return shape.indexOf('.') < 0
        && !shape.endsWith("-1")
        && OTHERS.stream().noneMatch(shape::startsWith);
  }

  private static Optional<Evidence> evidence(DigitGroups.Prefix prefix, boolean plus) {
    var digits = prefix.digits();
    if (plus) {
      return number("+" + digits, "ZZ").map(number -> Evidence.SURE);
    }
    if (digits.startsWith("00")) {
      return number("+" + digits.substring(2), "ZZ").map(number -> Evidence.LIKELY);
    }
    if (digits.startsWith("0")) {
      return validIn(ZERO, digits) ? Optional.of(Evidence.LIKELY) : Optional.of(Evidence.WEAK);
    }
    boolean likely = GROUPED.contains(prefix.shape()) && validIn(EIGHT, digits);
    return Optional.of(likely ? Evidence.LIKELY : Evidence.WEAK);
  }

  private static boolean validIn(List<String> regions, String digits) {
    return regions.stream()
        .anyMatch(
            region ->
                number(digits, region)
                    .filter(number -> NUMBERS.isValidNumberForRegion(number, region))
                    .isPresent());
  }

  private static Optional<PhoneNumber> number(String digits, String region) {
    try {
      return Stream.of(NUMBERS.parse(digits, region)).filter(NUMBERS::isPossibleNumber).findFirst();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
