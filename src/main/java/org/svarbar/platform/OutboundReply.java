package org.svarbar.platform;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back: header names in lower case, the last value of each. */
public record OutboundReply(int status, Map<String, String> headers, byte[] body) {

  public OutboundReply {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether trying the same later may help: too many requests, time-outs and faults of the server.
   */
  public boolean isTemporaryFailure() {
    return status == 408 || status == 425 || status == 429 || status >= 500;
  }

  /** `Retry-After` in either of its forms, never negative and at most a day. */
  public Optional<Duration> retryAfter(Clock clock) {
    return header("retry-after").flatMap(value -> duration(value.strip(), clock));
  }

  private static Optional<Duration> duration(String value, Clock clock) {
    try {
      var wait =
          value.matches("[0-9]{1,12}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      if (wait.isNegative()) {
        return Optional.of(Duration.ZERO);
      }
      var most = Duration.ofDays(1);
      return Optional.of(wait.compareTo(most) > 0 ? most : wait);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
