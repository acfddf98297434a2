package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final long SECOND = 1_000_000_000L;

  private final RateLimit limit = new RateLimit(3, 2);

  @Test
  void letsABurstThroughAndNoMore() {
    assertThat(IntStream.range(0, 10).filter(i -> limit.takes("a", 0)).count()).isEqualTo(3);
  }

  @Test
  void letsMoreThroughAsTimePasses() {
    IntStream.range(0, 10).forEach(i -> limit.takes("a", 0));

    assertThat(IntStream.range(0, 10).filter(i -> limit.takes("a", SECOND)).count()).isEqualTo(2);
    assertThat(IntStream.range(0, 10).filter(i -> limit.takes("a", 100 * SECOND)).count())
        .isEqualTo(3);
  }

  @Test
  void countsEachKeyByItself() {
    IntStream.range(0, 10).forEach(i -> limit.takes("a", 0));

    assertThat(limit.takes("b", 0)).isTrue();
  }

  @Test
  void keepsUpWithTwentyTimesTheRate() {
    var taken = IntStream.range(0, 400).filter(i -> limit.takes("a", i * SECOND / 40)).count();

    assertThat(taken)
        .as("10 seconds at 40 each, 2 of which may pass, and 3 at once")
        .isBetween(22L, 23L);
  }
}
