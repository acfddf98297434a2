package org.svarbar.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personnummer.Personnummer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers made here, in thousands: all of a country's are found, few of chance's. */
class IdentityNumbersTest {

  private static final int MANY = 2_000;
  private static final LocalDate FIRST = LocalDate.of(1927, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private final Random chance = new Random(7);

  @Test
  void findsAllThatAnotherProgramHoldsForSwedish() {
    var numbers =
        Stream.generate(() -> date("yyyyMMdd") + digits(4))
            .filter(Personnummer::valid)
            .filter(number -> !number.substring(8, 11).equals("000"))
            .limit(MANY)
            .toList();

    for (var number : numbers) {
      var hyphened = number.substring(2, 8) + "-" + number.substring(8);
      assertThat(kinds(number)).as(number).containsExactly(Identifier.PERSONNUMMER);
      assertThat(kinds(hyphened)).as(hyphened).containsExactly(Identifier.PERSONNUMMER);
      assertThat(kinds(number.substring(2))).as(number).hasSize(1);
    }
  }

  @Test
  void findsNorwegianNumbersOfTodayAndOf2032() {
    for (int i = 0; i < MANY; i++) {
      var number = norwegian(i % 4);
      assertThat(kinds("fnr " + number)).as(number).containsExactly(Identifier.FODSELSNUMMER);
      assertThat(kinds(number)).as(number).hasSize(1);
    }
  }

  @Test
  void findsDanishNumbersWithAndWithoutCheckDigit() {
    for (int i = 0; i < MANY; i++) {
      var number = date("ddMMyy") + "-" + "%04d".formatted(1 + chance.nextInt(9999));
      assertThat(kinds("CPR-nr.: " + number)).as(number).hasSize(1);
      assertThat(kinds("CPR " + number.replace("-", ""))).as(number).hasSize(1);
      assertThat(kinds(number)).as(number).hasSize(1);
    }
  }

  @Test
  void findsFinnishNumbersOfAllCenturies() {
    for (int i = 0; i < MANY; i++) {
      var sign = "+-YXWVUABCDEF".charAt(i % 13);
      var date = date("ddMMyy");
      int serial = 2 + chance.nextInt(898);
      int sum = Integer.parseInt(date) * 1000 + serial;
      var number =
          date
              + sign
              + "%03d".formatted(serial)
              + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(sum % 31);
      assertThat(kinds("hetu " + number)).as(number).containsExactly(Identifier.HETU);
      assertThat(kinds(number)).as(number).hasSize(1);
    }
  }

  @Test
  void seldomTakesNumbersOfChance() {
    double ten = shareTaken(10);
    double eleven = shareTaken(11);
    double sixteen = shareTaken(16);

    System.out.printf(
        "numbers of chance taken for identifiers: 10 digits %.4f, 11 digits %.4f, 16 digits %.4f%n",
        ten, eleven, sixteen);
    assertThat(ten).isLessThan(0.02);
    assertThat(eleven).isLessThan(0.005);
    assertThat(sixteen).isLessThan(0.03);
  }

  @Test
  void hardlyTakesOrderNumbers() {
    long taken =
        IntStream.range(0, MANY * 5)
            .mapToObj(i -> "Min order " + digits(10 + i % 7) + " har inte kommit")
            .filter(text -> !Redaction.of(text).found().isEmpty())
            .count();

    assertThat(taken).isZero();
  }

  private double shareTaken(int length) {
    int numbers = MANY * 5;
    long taken =
        IntStream.range(0, numbers)
            .mapToObj(i -> 1 + chance.nextInt(9) + digits(length - 1))
            .filter(text -> !Redaction.of(text).found().isEmpty())
            .count();
    return (double) taken / numbers;
  }

  private Stream<Identifier> kinds(String text) {
    return Redaction.of(text).found().stream().map(Redaction.Found::kind);
  }

  private String norwegian(int remainder) {
    while (true) {
      var nine = date("ddMMyy") + digits(3);
      int k1 = (remainder + 11 - sum(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
      int k2 = (11 - sum(nine + k1, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
      if (k1 < 10 && k2 < 10) {
        return nine + k1 + k2;
      }
    }
  }

  private static int sum(String digits, int... weights) {
    return IntStream.range(0, weights.length)
        .map(i -> Character.digit(digits.charAt(i), 10) * weights[i])
        .sum();
  }

  private String date(String form) {
    var days = LAST.toEpochDay() - FIRST.toEpochDay();
    return FIRST.plusDays(chance.nextLong(days)).format(DateTimeFormatter.ofPattern(form));
  }

  private String digits(int length) {
    var digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      digits.append(chance.nextInt(10));
    }
    return digits.toString();
  }
}
