package org.svarbar.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.RetryPolicy.Next.GiveUp;
import org.svarbar.helpdesk.RetryPolicy.Next.TryAgain;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0.5, Duration.ofHours(24));

  @Test
  void waitsAsLongAsTheHelpdeskAsks() {
    var cause = new HelpdeskUnavailable("busy", Optional.of(Duration.ofMinutes(3)));

    assertThat(POLICY.after(cause, tried(1, NOW)))
        .isEqualTo(new TryAgain(Duration.ofMinutes(3), "busy"));
  }

  @Test
  void waitsLongerThanTheHelpdeskAsksWhenItHasFailedOften() {
    var cause = new HelpdeskUnavailable("busy", Optional.of(Duration.ofSeconds(1)));

    var next = (TryAgain) POLICY.after(cause, tried(12, NOW));

    assertThat(next.pause()).isGreaterThan(Duration.ofMinutes(5));
  }

  @Test
  void triesForADayWhatOthersCanMend() {
    var almost = NOW.minus(Duration.ofHours(24)).plusSeconds(1);
    var over = NOW.minus(Duration.ofHours(24)).minusSeconds(1);

    for (var cause :
        new RuntimeException[] {
          new HelpdeskUnavailable("down", Optional.empty()),
          new OutboundFailed("reset", null),
          new SearchUnavailable("away", null)
        }) {
      assertThat(POLICY.after(cause, tried(50, almost))).isInstanceOf(TryAgain.class);
      assertThat(POLICY.after(cause, tried(50, over))).isInstanceOf(GiveUp.class);
    }
  }

  @Test
  void looksForAMissingTicketForTenMinutes() {
    var cause = new TicketMissing(new TicketRef(new ConnectionId("rt"), "1"));

    assertThat(POLICY.after(cause, tried(5, NOW.minusSeconds(500)))).isInstanceOf(TryAgain.class);
    assertThat(POLICY.after(cause, tried(5, NOW.minusSeconds(700)))).isInstanceOf(GiveUp.class);
  }

  @Test
  void triesOurOwnFaultsOnlyAFewTimes() {
    var cause = new IllegalStateException();

    assertThat(POLICY.after(cause, tried(7, NOW))).isInstanceOf(TryAgain.class);
    assertThat(POLICY.after(cause, tried(8, NOW))).isEqualTo(new GiveUp("IllegalStateException"));
  }

  @Test
  void triesWhatOverflowsTheStackOnlyAFewTimes() {
    var cause = new StackOverflowError();

    assertThat(POLICY.after(cause, tried(7, NOW))).isInstanceOf(TryAgain.class);
    assertThat(POLICY.after(cause, tried(8, NOW))).isEqualTo(new GiveUp("StackOverflowError"));
  }

  @Test
  void neverTriesAgainWhatCannotBeRead() {
    assertThat(POLICY.after(new UnreadableWebhook("no JSON"), tried(1, NOW)))
        .isEqualTo(new GiveUp("no JSON"));
  }

  private static Attempts tried(int times, Instant since) {
    var attempts = Attempts.dueAt(since);
    for (var i = 0; i < times; i++) {
      attempts.lease(since, Duration.ofSeconds(6));
    }
    return attempts;
  }

  @Test
  void keepsIdentifiersOutOfRowsAndLogs() {
    var cause =
        new IllegalStateException(
            "no field for kalle@example.org", new RuntimeException("640823-3234"));

    assertThat(POLICY.after(cause, tried(8, NOW))).isEqualTo(new GiveUp("no field for [e-mail]"));
    assertThat(RetryPolicy.forLog(cause))
        .hasToString("java.lang.IllegalStateException: no field for [e-mail]")
        .hasStackTraceContaining("java.lang.RuntimeException: [personnummer]")
        .hasStackTraceContaining("keepsIdentifiersOutOfRowsAndLogs");
  }
}
