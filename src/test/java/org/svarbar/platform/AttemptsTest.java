package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(6);

  private final Attempts attempts = Attempts.dueAt(NOW);

  @Test
  void isNotDueWhileItIsLeased() {
    attempts.lease(NOW, LEASE);

    assertThat(attempts.dueAt()).isEqualTo(NOW.plus(LEASE));
    assertThat(attempts.count()).isEqualTo(1);
  }

  @Test
  void fencesOffWhoHadItBefore() {
    var former = attempts.lease(NOW, LEASE);

    var newest = attempts.lease(NOW.plus(LEASE), LEASE);

    assertThat(attempts.isLeasedAs(former)).isFalse();
    assertThat(attempts.isLeasedAs(newest)).isTrue();
  }

  @Test
  void isNobodysAfterItFailed() {
    var token = attempts.lease(NOW, LEASE);

    attempts.failed("no answer", NOW, Duration.ofSeconds(1));

    assertThat(attempts.isLeasedAs(token)).isFalse();
    assertThat(attempts.dueAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(attempts.lastError()).contains("no answer");
    assertThat(attempts.state()).isEqualTo(Attempts.State.OPEN);
  }

  @Test
  void remembersItsAttemptsWhenItIsReplayed() {
    attempts.lease(NOW, LEASE);
    attempts.gaveUp("refused", NOW);

    attempts.replay(NOW.plusSeconds(60));

    assertThat(attempts.state()).isEqualTo(Attempts.State.OPEN);
    assertThat(attempts.count()).isEqualTo(1);
    assertThat(attempts.openSince()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void shortensWhatWentWrong() {
    attempts.failed("x".repeat(5000), NOW, Duration.ZERO);

    assertThat(attempts.lastError()).get().asString().hasSize(2000);
  }
}
