package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofMinutes(10));

  @ParameterizedTest(name = "after {0} failures between {1} and {2} ms")
  @CsvSource({
    "1, 187, 250",
    "2, 375, 500",
    "5, 3000, 4000",
    "13, 450000, 600000",
    "1000000, 450000, 600000"
  })
  void doublesUpToTheLongest(int failures, long least, long most) {
    assertThat(backoff.after(failures, 0)).isEqualTo(Duration.ofMillis(least));
    assertThat(backoff.after(failures, 0.999999))
        .isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
  }

  @Test
  void refusesALongestShorterThanTheFirst() {
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
