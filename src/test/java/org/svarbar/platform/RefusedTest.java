package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Refused.Why;

class RefusedTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Refused refused = new Refused();

  @Test
  void saysHowManyOnceAMinuteForEachReason() {
    assertThat(refused.lineAfter(Why.PASS, 0)).isEqualTo(1);
    for (var i = 0; i < 5000; i++) {
      assertThat(refused.lineAfter(Why.PASS, MINUTE - 1)).isZero();
    }
    assertThat(refused.lineAfter(Why.ROLE, MINUTE - 1)).isEqualTo(1);
    assertThat(refused.lineAfter(Why.PASS, MINUTE)).isEqualTo(5001);
    assertThat(refused.lineAfter(Why.PASS, MINUTE + 1)).isZero();
  }
}
