package org.svarbar.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
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
}
