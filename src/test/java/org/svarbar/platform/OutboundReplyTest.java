package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundReplyTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'  7 ', 7",
    "0, 0",
    "'Sun, 22 Nov 2026 09:01:00 GMT', 60",
    "'Sun, 22 Nov 2026 08:00:00 GMT', 0",
    "99999999, 86400"
  })
  void readsRetryAfterInBothForms(String header, long seconds) {
    assertThat(retryAfter(header)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999999", "٣"})
  void takesNoNoticeOfARetryAfterThatItCannotRead(String header) {
    assertThat(retryAfter(header)).isNull();
  }

  @Test
  void hasNoRetryAfterWithoutTheHeader() {
    assertThat(new OutboundReply(503, Map.of(), new byte[0]).retryAfter(CLOCK)).isEmpty();
  }

  private static Duration retryAfter(String header) {
    return new OutboundReply(429, Map.of("retry-after", header), new byte[0])
        .retryAfter(CLOCK)
        .orElse(null);
  }
}
