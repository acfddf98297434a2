package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapTest {

  @Test
  void isTheShareOfWhatBothHold() {
    assertThat(Overlap.of(Set.of("a", "b", "c"), Set.of("b", "c", "d"))).isEqualTo(0.5);
    assertThat(Overlap.of(Set.of("a"), Set.of("a"))).isEqualTo(1);
    assertThat(Overlap.of(Set.of("a"), Set.of("b"))).isZero();
    assertThat(Overlap.of(Set.of(), Set.of())).isZero();
  }
}
