package org.svarbar.redaction;

import java.util.Locale;
import java.util.Optional;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;

/** International bank account numbers, in one piece or in groups. */
final class Ibans {

  private Ibans() {}

  /** The number that begins at a position. */
  static Optional<Candidate> at(Legible text, int start) {
    if (!isLetter(text.near(start))
        || !isLetter(text.near(start + 1))
        || !text.isDigit(start + 2)) {
      return Optional.empty();
    }
    var country = CountryCode.getByCode(text.piece(start, start + 2).toUpperCase(Locale.ROOT));
    if (country == null || !IbanUtil.isSupportedCountry(country)) {
      return Optional.empty();
    }
    return read(text, start, IbanUtil.getIbanLength(country));
  }

  private static Optional<Candidate> read(Legible text, int start, int length) {
    var iban = new StringBuilder();
    int i = start;
    while (iban.length() < length && text.isInWord(i)) {
      iban.append(Character.toUpperCase(text.at(i++)));
      boolean gap = " -".indexOf(text.near(i)) >= 0 && text.isInWord(i + 1);
      i += gap && iban.length() < length ? 1 : 0;
    }
    if (iban.length() < length || text.isInWord(i)) {
      return Optional.empty();
    }
    var evidence = IbanUtil.isValid(iban.toString()) ? Evidence.SURE : Evidence.WEAK;
    return Optional.of(new Candidate(Identifier.IBAN, start, i, evidence));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
