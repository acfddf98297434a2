package org.svarbar.redaction;

import java.util.Optional;
import java.util.Set;

/**
 * Personnummer and samordningsnummer (day + 60): `YYMMDD-NNNC`, `YYYYMMDDNNNC`, with `+` from the
 * year somebody turns 100, with a letter for the first digit while it is provisional. A sole
 * trader's organisation number (with `SE` before and `01` behind it for VAT) is one too; those of
 * companies have a third digit from 2 on, which no month has.
 *
 * <p>Source: Skatteverket, rättslig vägledning, "Personnummer och samordningsnummer".
 */
final class SwedishNumbers implements Recogniser {

  private static final Set<String> CHARACTERISTIC =
      Set.of("6-4", "6+4", "8-4", "8+4", "4-2-2-4", "2-2-2-4", "12");
  private static final Set<String> PLAIN = Set.of("10", "6 4", "8 4", "2 2 2 4", "4 2 2 4");
  private static final String PROVISIONAL = "TRSUWXJKLMN";

  @Override
  public Optional<Candidate> at(Place place) {
    for (var prefix : place.groups()) {
      var evidence = evidence(prefix);
      if (evidence.isPresent()) {
        return evidence.map(
            found -> new Candidate(Identifier.PERSONNUMMER, place.start(), prefix.end(), found));
      }
    }
    return provisional(place.text(), place.start()).or(() -> vat(place.text(), place.start()));
  }

  private static Optional<Evidence> evidence(DigitGroups.Prefix prefix) {
    boolean characteristic = CHARACTERISTIC.contains(prefix.shape());
    if (!characteristic && !PLAIN.contains(prefix.shape()) || !isDated(prefix.digits())) {
      return Optional.empty();
    }
    if (!CheckDigits.luhn(lastTen(prefix.digits()))) {
      return Optional.of(Evidence.WEAK);
    }
    boolean sure = characteristic && !prefix.shape().equals("12");
    return Optional.of(sure ? Evidence.SURE : Evidence.LIKELY);
  }

  /** Whether 10 or 12 digits begin with a day on which somebody living may have been born. */
  private static boolean isDated(String digits) {
    if (digits.length() == 12 && !Set.of("18", "19", "20").contains(digits.substring(0, 2))) {
      return false;
    }
    var ten = lastTen(digits);
    int day = CalendarDate.two(ten, 4);
    int century = digits.length() == 12 ? CalendarDate.two(digits, 0) : 20;
    return CalendarDate.exists(
            day > 60 ? day - 60 : day,
            CalendarDate.two(ten, 2),
            century * 100 + CalendarDate.two(ten, 0))
        && !ten.startsWith("000", 6);
  }

  private static String lastTen(String digits) {
    return digits.substring(digits.length() - 10);
  }

  private static Optional<Candidate> provisional(Legible text, int start) {
    int i = start;
    while (text.isDigit(i) && i - start < 8) {
      i++;
    }
    if (i - start != 6 && i - start != 8 || "-+".indexOf(text.near(i)) < 0) {
      return Optional.empty();
    }
    var letter = Character.toUpperCase(text.near(i + 1));
    int end = i + 5;
    var rest = text.piece(i + 2, end);
    boolean fits =
        PROVISIONAL.indexOf(letter) >= 0
            && rest.length() == 3
            && rest.chars().allMatch(c -> c >= '0' && c <= '9')
            && !text.isInWord(end)
            && isDated(text.piece(start, i) + "1" + rest);
    return fits
        ? Optional.of(new Candidate(Identifier.PERSONNUMMER, start, end, Evidence.LIKELY))
        : Optional.empty();
  }

  /** `SE811228987401`, from its first digit on. */
  private static Optional<Candidate> vat(Legible text, int start) {
    var digits = text.piece(start, start + 12);
    boolean fits =
        text.piece(start - 2, start).equalsIgnoreCase("SE")
            && digits.length() == 12
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && digits.endsWith("01")
            && isDated(digits.substring(0, 10))
            && CheckDigits.luhn(digits.substring(0, 10))
            && !text.isInWord(start + 12);
    return fits
        ? Optional.of(new Candidate(Identifier.PERSONNUMMER, start, start + 12, Evidence.LIKELY))
        : Optional.empty();
  }
}
