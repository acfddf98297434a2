package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PoolingTest {

  private static final float[][] TOKENS = {{1, 0}, {3, 4}, {5, 2}};

  @Test
  void takesTheMeanTheFirstOrTheLast() {
    assertThat(Pooling.of("key", "mean").of(TOKENS)).containsExactly(3, 2);
    assertThat(Pooling.of("key", "cls").of(TOKENS)).containsExactly(1, 0);
    assertThat(Pooling.of("key", "last").of(TOKENS)).containsExactly(5, 2);
  }

  @Test
  void namesKeyAndValueOfWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Pooling.of("svarbar.embedding.onnx.pooling", "max"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("svarbar.embedding.onnx.pooling is none of mean, cls, last: max");
  }
}
