package org.svarbar.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedPayloadTest {

  @Test
  void showsStructureNumbersTimesAndKindsAlone() {
    var shown =
        of(
            """
            {"type":"ticket.created","timestamp":"2026-01-02T03:04:05Z","data":{"ticket":
            {"id":"4711","subject":"Mia Öst, 070-123 45 67","urgent":true,"phone":46701234567,"mobile":"0701234567","tlf":"22334455","tlf2":22334455,"birthday":"1985-03-12","tags":["vip customer"],
            "Mias mobil":"x","state":"Mia said so, loudly"}}}
            """);

    assertThat(shown)
        .contains("type: \"ticket.created\"", "timestamp: \"2026-01-02T03:04:05Z\"")
        .contains("id: \"4711\"", "urgent: true", "subject: ‹22›", "‹12›", "‹10›: ‹1›")
        .contains("state: ‹19›", "phone: ‹11›", "mobile: ‹10›")
        .doesNotContain("Mia", "vip", "070", "4670", "2233", "1985");
  }

  @Test
  void showsOfAnythingElseOnlyItsLength() {
    assertThat(of("Mia=1")).isEqualTo("‹5 bytes›");
    assertThat(of("[".repeat(100_000))).endsWith("bytes›");
    assertThat(of("{\"a\":".repeat(40) + "1" + "}".repeat(40))).contains("‹…›");
  }

  private static String of(String body) {
    return RedactedPayload.of(body.getBytes(UTF_8));
  }
}
