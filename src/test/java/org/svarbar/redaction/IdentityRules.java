package org.svarbar.redaction;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the authorities' rules say of a whole text, written a second time from these rules, with
 * regular expressions and `java.time` instead of the product's readers: Skatteverket (personnummer,
 * samordningsnummer), Skatteetaten (fødselsnummer, D-nummer, the rules of 2032), the CPR office
 * (century by the seventh digit, numbers without check digit), Digi- ja väestötietovirasto (signs
 * of the century of 2023). How sure a form is stands in decision 7; a space may stand beside a
 * sign, as people write.
 */
enum IdentityRules {
  SWEDEN {
    @Override
    Optional<Evidence> of(String text) {
      return match("(\\d\\d)?(\\d\\d)(\\d\\d)(\\d\\d)( ?[-+] ?| {0,3})(\\d{3})\\d", text)
          .filter(it -> !it.group(6).equals("000"))
          .filter(this::isSwedishDay)
          .map(it -> swedish(it, text.replaceAll("\\D", "")))
          .or(() -> provisional(text));
    }

    /** What hospitals give out for the time being has a letter for its seventh digit. */
    private Optional<Evidence> provisional(String text) {
      return match("(?i)(\\d\\d)?(\\d\\d)(\\d\\d)(\\d\\d)[-+][JKLMNRSTUWX]\\d{3}", text)
          .filter(this::isSwedishDay)
          .map(it -> Evidence.LIKELY);
    }

    private boolean isSwedishDay(MatchResult it) {
      var century = it.group(1) == null ? "" : it.group(1);
      return century.matches("|18|19|20")
          && isDay(century, it.group(2), it.group(3), less(it.group(4), 60));
    }

    private Evidence swedish(MatchResult it, String digits) {
      var ten = digits.substring(digits.length() - 10);
      boolean checked =
          IntStream.range(0, 10)
                      .map(i -> digit(ten, i) * (2 - i % 2))
                      .map(product -> product / 10 + product % 10)
                      .sum()
                  % 10
              == 0;
      boolean signed = it.group(5).matches(" ?[-+] ?");
      return !checked ? Evidence.WEAK : signed ? Evidence.SURE : Evidence.LIKELY;
    }
  },

  NORWAY {
    @Override
    Optional<Evidence> of(String text) {
      return match("(\\d\\d)(\\d\\d)(\\d\\d)( ?- ?| {0,3})\\d{5}", text)
          .flatMap(it -> norwegian(it, text.replaceAll("\\D", "")));
    }

    private Optional<Evidence> norwegian(MatchResult it, String eleven) {
      int first = weighted(eleven, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11;
      int second = weighted(eleven, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11;
      boolean checked = first <= 3 && second == 0;
      var day = less(it.group(1), 40);
      if (isDay("", it.group(3), it.group(2), day)) {
        boolean grouped = !it.group(4).isEmpty();
        return Optional.of(!checked ? Evidence.WEAK : grouped ? Evidence.SURE : Evidence.LIKELY);
      }
      boolean rare =
          it.group(1).charAt(0) >= '8'
              || Stream.of(40, 65, 80)
                  .anyMatch(more -> isDay("", it.group(3), less(it.group(2), more), day));
      return rare && checked ? Optional.of(Evidence.WEAK) : Optional.empty();
    }
  },

  DENMARK {
    @Override
    Optional<Evidence> of(String text) {
      return match("(\\d\\d)(\\d\\d)(\\d\\d)( ?- ?| {0,3})(\\d{4})", text)
          .filter(it -> !it.group(5).equals("0000"))
          .filter(this::isDanishDay)
          .map(it -> danish(it, text.replaceAll("\\D", "")));
    }

    private boolean isDanishDay(MatchResult it) {
      int year = Integer.parseInt(it.group(3));
      var century =
          switch (it.group(5).charAt(0)) {
            case '0', '1', '2', '3' -> "19";
            case '4', '9' -> year <= 36 ? "20" : "19";
            default -> year <= 57 ? "20" : "18";
          };
      boolean replacement = it.group(1).charAt(0) >= '6';
      return isDay(replacement ? "" : century, it.group(3), it.group(2), less(it.group(1), 60));
    }

    private Evidence danish(MatchResult it, String ten) {
      boolean checked = weighted(ten, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
      if (it.group(1).charAt(0) >= '6') {
        return Evidence.WEAK;
      }
      return it.group(4).strip().equals("-")
          ? checked ? Evidence.SURE : Evidence.LIKELY
          : checked ? Evidence.LIKELY : Evidence.WEAK;
    }
  },

  FINLAND {
    @Override
    Optional<Evidence> of(String text) {
      return match(
              "(?i)(\\d\\d)(\\d\\d)(\\d\\d)( ?[-+] ?|[A-FU-Y])(\\d{3})([0-9A-FHJ-NPR-Y])", text)
          .filter(it -> Integer.parseInt(it.group(5)) >= 2)
          .filter(it -> isDay(century(it.group(4)), it.group(3), it.group(2), it.group(1)))
          .map(IdentityRules::finnish);
    }
  };

  private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();
  private static final String FINNISH_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  /** Empty: no number of this country, whatever stands beside it. */
  abstract Optional<Evidence> of(String text);

  private static Evidence finnish(MatchResult it) {
    long number = Long.parseLong(it.group(1) + it.group(2) + it.group(3) + it.group(5));
    char check = it.group(6).toUpperCase(Locale.ROOT).charAt(0);
    if (FINNISH_CHECKS.charAt((int) (number % 31)) != check) {
      return Evidence.WEAK;
    }
    return Character.isDigit(check) ? Evidence.LIKELY : Evidence.SURE;
  }

  private static String century(String sign) {
    return switch (sign.strip().toUpperCase(Locale.ROOT).charAt(0)) {
      case '+' -> "18";
      case '-', 'U', 'V', 'W', 'X', 'Y' -> "19";
      default -> "20";
    };
  }

  /** Two digits less an addition, if there is one. */
  private static String less(String two, int added) {
    int value = Integer.parseInt(two);
    return String.valueOf(value > added ? value - added : value);
  }

  /** In a century, or, where the number says none, in any of those since 1800. */
  private static boolean isDay(String century, String year, String month, String day) {
    return (century.isEmpty() ? Stream.of("18", "19", "20") : Stream.of(century))
        .anyMatch(it -> exists(it + year, month, day));
  }

  private static boolean exists(String year, String month, String day) {
    int named = Integer.parseInt(month);
    int last =
        named < 1 || named > 12 ? 0 : YearMonth.of(Integer.parseInt(year), named).lengthOfMonth();
    return Integer.parseInt(day) >= 1 && Integer.parseInt(day) <= last;
  }

  private static Optional<MatchResult> match(String form, String text) {
    var matcher = FORMS.computeIfAbsent(form, Pattern::compile).matcher(text);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static int weighted(String digits, int... weights) {
    return IntStream.range(0, weights.length).map(i -> digit(digits, i) * weights[i]).sum();
  }

  private static int digit(String digits, int at) {
    return Character.digit(digits.charAt(at), 10);
  }
}
