package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Json.UnreadableJson;

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

  /** As what comes from outside is read. */
  public record Numbers(
      Integer a, Optional<Integer> b, List<Integer> c, Long d, Long e, Optional<Double> f) {}

  @Test
  void readsWholeNumbersAsTheyAre() {
    assertThat(Json.read("{\"a\":1,\"b\":2,\"c\":[3,4e1],\"d\":5.0,\"e\":-6}", Numbers.class))
        .isEqualTo(new Numbers(1, Optional.of(2), List.of(3, 40), 5L, -6L, Optional.empty()));
    assertThat(Json.read("{\"d\":null,\"b\":null}", Numbers.class).d()).isNull();
    assertThat(Json.read("{\"e\":9223372036854775807}", Numbers.class).e())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":4294967297}",
        "{\"a\":0.5}",
        "{\"a\":1e400}",
        "{\"a\":1e999999999}",
        "{\"a\":1e-999999999}",
        "{\"a\":true}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":\"x\"}",
        "{\"b\":4294967297}",
        "{\"b\":-0.1}",
        "{\"c\":[18446744073709551617]}",
        "{\"c\":[1,2147483648]}",
        "{\"d\":9223372036854775808}",
        "{\"e\":18446744073709551617}",
        "{\"e\":1e-1}"
      })
  void refusesNumbersThatItHasNoRoomFor(String text) {
    assertThatExceptionOfType(UnreadableJson.class)
        .isThrownBy(() -> Json.read(text, Numbers.class));
  }
}
