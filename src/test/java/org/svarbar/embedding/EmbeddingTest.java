package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private static final Embedding EAST = Embedding.of(new float[] {2, 0});
  private static final Embedding NORTH_EAST = Embedding.of(new float[] {3, 3});

  @Test
  void isNearByTheAngleAlone() {
    assertThat(EAST.similarity(Embedding.of(new float[] {7, 0}))).isEqualTo(1);
    assertThat(EAST.similarity(NORTH_EAST)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(EAST.similarity(Embedding.of(new float[] {-1, 0}))).isEqualTo(-1);
  }

  @Test
  void comesBackFromItsPackedForm() {
    var packed = Embedding.pack(List.of(EAST, NORTH_EAST));
    var unpacked = Embedding.unpack(packed, 2);

    assertThat(packed).hasSize(8);
    assertThat(unpacked).hasSize(2);
    assertThat(unpacked.getLast().similarity(EAST)).isCloseTo(Math.sqrt(0.5), within(1e-3));
  }

  @Test
  void hasADirection() {
    assertThatThrownBy(() -> Embedding.of(new float[] {0, 0}))
        .isInstanceOf(EmbeddingsUnavailable.class);
    assertThatThrownBy(() -> Embedding.of(new float[] {1, Float.NaN}))
        .isInstanceOf(EmbeddingsUnavailable.class);
  }

  @Test
  void isComparedInItsOwnSpaceOnly() {
    var other = Embedding.of(new float[] {1, 0, 0});

    assertThatThrownBy(() -> EAST.similarity(other)).isInstanceOf(IllegalArgumentException.class);
  }
}
