package org.svarbar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StalenessTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Priserna gäller till den 31 december 2024.",
        "Gjelder fra 1.1.2025.",
        "Gælder fra 2025-01-01.",
        "Bookings for summer 2025 are open.",
      })
  void seesThatTheLatestYearIsOver(String answer) {
    assertThat(of(answer)).map(Staleness::reason).contains("past");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Priserna från 2024 gäller till 2027.",
        "Vi grundades 2004.",
        "Betala till bankgiro 2024-2025.",
        "Artikel 20245 kostar 2025,50 kr.",
        "Ring 0771-2025.",
        "Lagen (2018:1937).",
        "Ingen dag alls."
      })
  void takesNoOtherNumberForAYearThatIsOver(String answer) {
    assertThat(of(answer)).isEmpty();
  }

  @Test
  void seesThatTheDayOfReviewIsOver() {
    var entry = SampleEntry.of("sv", "?", "x", Optional.of(TODAY.minusDays(1)));

    assertThat(Staleness.of(entry, TODAY, 0)).contains(new Staleness("review", "2026-11-21"));
    assertThat(Staleness.of(entry, TODAY.minusDays(1), 0)).isEmpty();
  }

  @Test
  void seesThatNobodyHasChangedItForLong() {
    var entry = SampleEntry.of("sv", "?", "x");

    assertThat(Staleness.of(entry, TODAY, 200)).contains(new Staleness("old", "2026-03-01"));
    assertThat(Staleness.of(entry, TODAY, 730)).isEmpty();
    assertThat(Staleness.of(entry, TODAY.plusYears(50), 0)).isEmpty();
  }

  private static Optional<Staleness> of(String answer) {
    return Staleness.of(SampleEntry.of("sv", "?", answer), TODAY, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "1.", "1 ", "20-", " 111", "€ ", "1-", "1,0", "2024-", "1.1.20"})
  void takesTimeInProportionToLength(String repeated) {
    var text = repeated.repeat(300_000 / repeated.length()) + "x";

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> of(text));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Statement.of(text, Locale.of("sv")).numbers());
  }
}
