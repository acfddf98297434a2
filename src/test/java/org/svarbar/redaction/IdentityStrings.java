package org.svarbar.redaction;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/** Numbers as their countries give them out, and such as are nearly so. */
record IdentityStrings(IdentityRules country, RandomGenerator chance) {

  private static final LocalDate FIRST = LocalDate.of(1855, 1, 1);
  private static final long DAYS = LocalDate.of(2049, 12, 31).toEpochDay() - FIRST.toEpochDay();
  private static final String FINNISH_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String PROVISIONAL = "TRSUWXJKLMNtrsuwxjklmn";
  private static final List<String> SEPARATORS =
      List.of("", "-", "+", " ", "/", ".", "_", ":", ",", "=", "--", "A", "a", "Y", "G", "Z", "x");

  /** One half right, the other with one or two things wrong, which may by chance be right again. */
  String next() {
    var right =
        switch (country) {
          case SWEDEN -> swedish();
          case NORWAY -> norwegian();
          case DENMARK -> danish();
          case FINLAND -> finnish();
        };
    int wrong = chance.nextInt(4) - 1;
    for (int i = 0; i < wrong; i++) {
      right = spoilt(right);
    }
    return right;
  }

  private String spoilt(String right) {
    var text = new StringBuilder(right);
    int at = chance.nextInt(text.length());
    switch (chance.nextInt(8)) {
      case 0, 1 -> text.setCharAt(at, digit());
      case 2 -> text.setCharAt(text.length() - 1, digit());
      case 3 -> text.replace(0, 2, "%02d".formatted(chance.nextInt(100)));
      case 4 -> text.replace(2, 4, "%02d".formatted(chance.nextInt(100)));
      case 5 -> text.replace(4, 6, "%02d".formatted(chance.nextInt(100)));
      case 6 -> separator(text);
      default -> text.setCharAt(at, text.charAt(chance.nextInt(text.length())));
    }
    return text.toString();
  }

  private void separator(StringBuilder text) {
    int six = text.length() > 11 && country == IdentityRules.SWEDEN ? 8 : 6;
    boolean has = six < text.length() && !Character.isDigit(text.charAt(six));
    text.replace(six, has ? six + 1 : six, SEPARATORS.get(chance.nextInt(SEPARATORS.size())));
  }

  private String swedish() {
    var born = born();
    int day = born.getDayOfMonth() + (chance.nextInt(3) == 0 ? 60 : 0);
    var nine =
        born.format(DateTimeFormatter.ofPattern("yyMM"))
            + "%02d%03d".formatted(day, 1 + chance.nextInt(999));
    var century = chance.nextBoolean() ? String.valueOf(born.getYear() / 100) : "";
    var sign = List.of("-", "+", "", " ").get(chance.nextInt(4));
    var serial = nine.substring(6);
    if (!sign.isBlank() && chance.nextInt(9) == 0) {
      serial = PROVISIONAL.charAt(chance.nextInt(PROVISIONAL.length())) + serial.substring(1);
    }
    return century + nine.substring(0, 6) + sign + serial + luhn(nine);
  }

  private static int luhn(String nine) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }

  /** Of today's rules, where the remainder is 0, and of those of 2032, where it is up to 3. */
  private String norwegian() {
    while (true) {
      var born = born();
      int day = born.getDayOfMonth() + (chance.nextInt(3) == 0 ? 40 : 0);
      int month = born.getMonthValue() + List.of(0, 0, 0, 0, 40, 65, 80).get(chance.nextInt(7));
      var nine =
          "%02d%02d%02d%03d".formatted(day, month, born.getYear() % 100, chance.nextInt(1000));
      int first = (chance.nextInt(4) + 11 - sum(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
      int second = (11 - sum(nine + first, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
      if (first < 10 && second < 10) {
        var sign = List.of("", "", " ", "-").get(chance.nextInt(4));
        return nine.substring(0, 6) + sign + nine.substring(6) + first + second;
      }
    }
  }

  /** One half with modulus 11. */
  private String danish() {
    boolean checked = chance.nextBoolean();
    while (true) {
      var born = born();
      int day = born.getDayOfMonth() + (chance.nextInt(9) == 0 ? 60 : 0);
      var date = "%02d%02d%02d".formatted(day, born.getMonthValue(), born.getYear() % 100);
      var number = date + "%04d".formatted(chance.nextInt(10_000));
      if (!checked || sum(number, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0) {
        return date + List.of("-", "-", "", " ").get(chance.nextInt(4)) + number.substring(6);
      }
    }
  }

  private String finnish() {
    var born = born();
    var signs =
        switch (born.getYear() / 100) {
          case 18 -> "+";
          case 19 -> "-YXWVU";
          default -> "ABCDEF";
        };
    var date =
        "%02d%02d%02d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100);
    var serial = "%03d".formatted(2 + chance.nextInt(898));
    var check = FINNISH_CHECKS.charAt((int) (Long.parseLong(date + serial) % 31));
    var number = date + signs.charAt(chance.nextInt(signs.length())) + serial + check;
    return chance.nextInt(5) == 0 ? number.toLowerCase(java.util.Locale.ROOT) : number;
  }

  private LocalDate born() {
    return FIRST.plusDays(chance.nextLong(DAYS));
  }

  private char digit() {
    return (char) ('0' + chance.nextInt(10));
  }

  private static int sum(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }
}
