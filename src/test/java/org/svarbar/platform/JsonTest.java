package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  static String[] hostile() {
    return new String[] {
      "",
      "null",
      "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
      "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
      "{\"a\":0." + "1".repeat(900_000) + "}",
      "{\"a\":NaN}"
    };
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void saysThatItCannotReadIt(String text) {
    assertThatThrownBy(() -> Json.object(text)).isInstanceOf(Json.UnreadableJson.class);
    assertThatThrownBy(() -> Json.array("[" + text + ",")).isInstanceOf(Json.UnreadableJson.class);
  }
}
