package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmTest {

  @Test
  void holdsTheShareOutThatIsAskedFor() {
    var held =
        IntStream.range(0, 20_000).filter(token -> Arm.of("token-" + token, 5) == Arm.HELD).count();

    assertThat(held).isBetween(900L, 1100L);
  }

  @Test
  void leavesASessionOnItsSide() {
    for (var token = 0; token < 200; token++) {
      var arm = Arm.of("token-" + token, 20);
      assertThat(Arm.of("token-" + token, 20)).isEqualTo(arm).isNotEqualTo(Arm.NONE);
      assertThat(Arm.of("token-" + token, 0)).isEqualTo(Arm.NONE);
    }
  }
}
