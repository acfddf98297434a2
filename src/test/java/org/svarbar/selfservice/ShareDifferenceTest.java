package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareDifferenceTest {

  private static final double TO_FOUR_PLACES = 0.00005;

  /** The examples of Newcombe's table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void isThePublishedInterval(
      long one, long ofFirst, long two, long ofSecond, double low, double high) {
    var found = ShareDifference.of(one, ofFirst, two, ofSecond);

    assertThat(found.low()).isCloseTo(low, within(TO_FOUR_PLACES));
    assertThat(found.high()).isCloseTo(high, within(TO_FOUR_PLACES));
    assertThat(found.difference()).isBetween(found.low(), found.high());
  }

  @Test
  void saysNothingOfNobody() {
    assertThatThrownBy(() -> ShareDifference.of(0, 0, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
