package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final AtomicReference<Instant> database = new AtomicReference<>(NOW);
  private final AtomicReference<Instant> machine = new AtomicReference<>(NOW);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private Duration answersAfter = Duration.ZERO;
  private final DatabaseClock clock = new DatabaseClock(this::ask, nanos::get, machine::get);

  @Test
  void isTheDatabasesWhateverTheMachinesIs() {
    machine.set(NOW.plus(Duration.ofMinutes(10)));
    var other = new DatabaseClock(this::ask, nanos::get, machine::get);

    assertThat(other.compare()).contains("more than a second apart");

    assertThat(other.instant()).isEqualTo(NOW);
  }

  @Test
  void goesOnWhenTheMachinesJumps() {
    assertThat(clock.compare()).isEmpty();

    machine.set(NOW.minus(Duration.ofDays(1)));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void followsTheDatabase() {
    database.set(NOW.plusSeconds(5));

    clock.compare();

    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void takesTheDatabasesTimeForThatOfTheMiddleOfTheQuestion() {
    answersAfter = Duration.ofSeconds(2);
    database.set(NOW.plusSeconds(60));

    clock.compare();

    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(61));
  }

  @Test
  void doesNotFollowWhatASlowAnswerMayBeWrongBy() {
    answersAfter = Duration.ofSeconds(4);
    database.set(NOW.plusSeconds(1));

    clock.compare();

    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(4));
  }

  private Instant ask() {
    nanos.addAndGet(answersAfter.toNanos());
    return database.get();
  }
}
