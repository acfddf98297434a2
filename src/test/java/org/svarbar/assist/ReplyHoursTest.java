package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 23 November 2026 is a Monday. */
class ReplyHoursTest {

  @ParameterizedTest
  @CsvSource({
    "09:00, 17:00, 2026-11-23T09:00+01:00, true",
    "09:00, 17:00, 2026-11-23T16:59+01:00, true",
    "09:00, 17:00, 2026-11-23T17:00+01:00, false",
    "09:00, 17:00, 2026-11-28T10:00+01:00, false",
    "17:00, 08:00, 2026-11-23T17:00+01:00, true",
    "17:00, 08:00, 2026-11-24T07:59+01:00, true",
    "17:00, 08:00, 2026-11-24T08:00+01:00, false",
    "17:00, 08:00, 2026-11-28T07:00+01:00, true",
    "17:00, 08:00, 2026-11-28T18:00+01:00, false",
    "17:00, 08:00, 2026-11-23T07:00+01:00, false",
    "00:00, 00:00, 2026-11-23T07:00+01:00, true",
    "00:00, 00:00, 2026-11-29T07:00+01:00, false",
  })
  void takesInWhatBeginsOnAWorkingDay(
      LocalTime from, LocalTime until, ZonedDateTime at, boolean isIn) {
    var hours = new ReplyHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from, until);

    assertThat(hours.include(at)).isEqualTo(isIn);
  }

  /** Christmas Eve of that year is a Thursday. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-23T10:00+01:00, false, true",
    "2026-12-23T18:00+01:00, true, false",
    "2026-12-24T10:00+01:00, false, false",
    "2026-12-24T10:00+01:00, true, true",
    "2026-12-24T23:59+01:00, true, true",
    "2026-12-25T00:00+01:00, true, false",
    "2026-12-25T09:00+01:00, false, true",
  })
  void hasOtherHoursOnHolidays(ZonedDateTime at, boolean answered, boolean isIn) {
    var nineToFive =
        new ReplyHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    var holidays = new Holidays(List.of(LocalDate.of(2026, 12, 24)), answered);

    var rules = new ReplyRules(Set.of(), nineToFive, holidays, 2, "");

    assertThat(rules.include(at)).isEqualTo(isIn);
  }

  @Test
  void knowsOnlyHolidaysOfThisCenturyAndNotTooMany() {
    var year1926 = List.of(LocalDate.of(1926, 12, 24));
    var tooMany = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 12, 31)).toList();

    assertThatIllegalArgumentException().isThrownBy(() -> new Holidays(year1926, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new Holidays(tooMany, true));
  }
}
