package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyRoomTest {

  private final BodyRoom room = new BodyRoom(100, 40);

  @Test
  void isNotAllForOneSender() {
    assertThat(room.take("a", 40)).isTrue();
    assertThat(room.take("a", 1)).isFalse();
    assertThat(room.take("b", 40)).isTrue();
  }

  @Test
  void endsForAllTogether() {
    assertThat(room.take("a", 40)).isTrue();
    assertThat(room.take("b", 40)).isTrue();
    assertThat(room.take("c", 21)).isFalse();
    assertThat(room.take("c", 20)).isTrue();
  }

  @Test
  void isThereAgainWhenItIsLeft() {
    assertThat(room.take("a", 30)).isTrue();
    assertThat(room.take("a", 10)).isTrue();
    room.leave("a", 30);
    assertThat(room.take("a", 31)).isFalse();
    assertThat(room.take("a", 30)).isTrue();
    room.leave("a", 30);
    room.leave("a", 10);
    assertThat(room.take("b", 40)).isTrue();
    assertThat(room.take("c", 40)).isTrue();
    assertThat(room.take("a", 20)).isTrue();
  }
}
