package org.svarbar.redaction;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of payment cards: a known issuer's first digits and length (ISO/IEC 7812), and Luhn's
 * check digit, which one in ten of all numbers has.
 */
final class Cards implements Recogniser {

  /**
   * @param first smallest first four digits
   * @param last largest first four digits
   */
  private record Issuer(int first, int last, int shortest, int longest) {

    boolean issued(String digits) {
      int begin = Integer.parseInt(digits.substring(0, 4));
      return begin >= first
          && begin <= last
          && digits.length() >= shortest
          && digits.length() <= longest;
    }
  }

  /** Visa, Mastercard, American Express, Diners, JCB, Discover, UnionPay, Dankort. */
  private static final List<Issuer> ISSUERS =
      List.of(
          new Issuer(4000, 4999, 16, 16),
          new Issuer(5100, 5599, 16, 16),
          new Issuer(2221, 2720, 16, 16),
          new Issuer(3400, 3499, 15, 15),
          new Issuer(3700, 3799, 15, 15),
          new Issuer(3000, 3059, 14, 14),
          new Issuer(3600, 3699, 14, 14),
          new Issuer(3800, 3999, 14, 14),
          new Issuer(3528, 3589, 16, 16),
          new Issuer(6011, 6011, 16, 16),
          new Issuer(6440, 6599, 16, 16),
          new Issuer(6200, 6299, 16, 19),
          new Issuer(5019, 5019, 16, 16));

  /** Maestro, and Visa of other lengths: many other numbers look so. */
  private static final List<Issuer> WIDE =
      List.of(
          new Issuer(5000, 5099, 12, 19),
          new Issuer(5600, 6999, 12, 19),
          new Issuer(4000, 4999, 13, 19));

  @Override
  public Optional<Candidate> at(Place place) {
    return place.groups().stream()
        .filter(prefix -> prefix.digits().length() >= 12 && CheckDigits.luhn(prefix.digits()))
        .flatMap(prefix -> candidate(prefix, place.start()).stream())
        .findFirst();
  }

  private static Optional<Candidate> candidate(DigitGroups.Prefix prefix, int start) {
    return evidence(prefix)
        .map(found -> new Candidate(Identifier.CARD, start, prefix.end(), found));
  }

  private static Optional<Evidence> evidence(DigitGroups.Prefix prefix) {
    var shape = prefix.shape().replace('-', ' ');
    if (!shape.matches("\\d{2}|4 4 4 \\d|4 4 4 4 \\d|4 6 [45]")) {
      return Optional.empty();
    }
    boolean grouped = shape.length() > 2;
    if (ISSUERS.stream().anyMatch(issuer -> issuer.issued(prefix.digits()))) {
      return Optional.of(grouped ? Evidence.SURE : Evidence.LIKELY);
    }
    return WIDE.stream().anyMatch(issuer -> issuer.issued(prefix.digits()))
        ? Optional.of(Evidence.WEAK)
        : Optional.empty();
  }
}
