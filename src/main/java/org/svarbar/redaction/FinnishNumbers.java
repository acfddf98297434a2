package org.svarbar.redaction;

import java.util.Locale;
import java.util.Optional;

/**
 * Henkilötunnus `DDMMYYCZZZQ`. The sign C of the century is `+` (1800s), `-` or one of `YXWVU`
 * (1900s), `A` to `F` (2000s); it is not part of the check, so the same digits with another C are
 * another person, and each of them is found.
 *
 * <p>Source: Digi- ja väestötietovirasto, "Reform of personal identity code".
 */
final class FinnishNumbers implements Recogniser {

  private static final String CENTURIES = "+-YXWVUABCDEF";
  private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  @Override
  public Optional<Candidate> at(Place place) {
    var text = place.text();
    int start = place.start();
    var date = text.piece(start, start + 6);
    int sign = skipSpace(text, start + 6);
    int serial = skipSpace(text, sign + 1);
    var rest = text.piece(serial, serial + 4);
    boolean spaced = sign != start + 6 || serial != sign + 1;
    boolean fits =
        CENTURIES.indexOf(Character.toUpperCase(text.near(sign))) >= 0
            && isDated(date, century(Character.toUpperCase(text.near(sign))))
            && !(spaced && Character.isLetter(text.near(sign)))
            && rest.length() == 4
            && isDigits(rest.substring(0, 3))
            && !rest.startsWith("000")
            && !rest.startsWith("001")
            && CHECKS.indexOf(Character.toUpperCase(rest.charAt(3))) >= 0
            && !text.isInWord(serial + 4);
    return fits
        ? Optional.of(
            new Candidate(
                Identifier.HETU, start, serial + 4, evidence(date, rest.toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  private static int skipSpace(Legible text, int index) {
    return text.near(index) == ' ' ? index + 1 : index;
  }

  private static int century(char sign) {
    return sign == '+' ? 1800 : "-YXWVU".indexOf(sign) >= 0 ? 1900 : 2000;
  }

  private static boolean isDated(String date, int century) {
    return date.length() == 6
        && isDigits(date)
        && CalendarDate.exists(
            CalendarDate.two(date, 0),
            CalendarDate.two(date, 2),
            century + CalendarDate.two(date, 4));
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Evidence evidence(String date, String rest) {
    int number = Integer.parseInt(date + rest.substring(0, 3));
    boolean checked = CHECKS.charAt(number % 31) == rest.charAt(3);
    if (!checked) {
      return Evidence.WEAK;
    }
    // with a digit for the check, other countries' numbers look the same
    return Character.isDigit(rest.charAt(3)) ? Evidence.LIKELY : Evidence.SURE;
  }
}
