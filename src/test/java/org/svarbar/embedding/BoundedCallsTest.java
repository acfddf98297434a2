package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCallsTest {

  private static final List<Embedding> SOMETHING = List.of(Embedding.of(new float[] {1, 0}));

  private final SetClock clock = new SetClock();

  /** Stands still until it is moved. */
  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-05-01T10:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private BoundedCalls calls(Duration longest) {
    return new BoundedCalls(Thread.ofVirtual().factory(), longest, clock);
  }

  @Test
  void givesWhatTheModelGives() {
    try (var calls = calls(Duration.ofMinutes(1))) {
      assertThat(calls.start(() -> SOMETHING).await()).contains(SOMETHING);
    }
  }

  @Test
  void waitsNoLongerThanAllowedAndThenNotAtAllForAWhile() {
    var never = new CountDownLatch(1);
    var asked = new AtomicInteger();
    try (var calls = calls(Duration.ofMillis(50))) {
      assertThat(calls.start(() -> waitFor(never)).await()).isEmpty();
      assertThat(calls.start(() -> count(asked)).await()).isEmpty();
      assertThat(asked).hasValue(0);

      clock.now = clock.now.plus(BoundedCalls.PAUSE);
      assertThat(calls.start(() -> count(asked)).await()).contains(SOMETHING);
      assertThat(asked).hasValue(1);
    } finally {
      never.countDown();
    }
  }

  @Test
  void doesWithoutAModelThatIsAway() {
    try (var calls = calls(Duration.ofMinutes(1))) {
      var away =
          calls.start(
              () -> {
                throw new EmbeddingsUnavailable("away");
              });

      assertThat(away.await()).isEmpty();
      assertThat(calls.start(() -> SOMETHING).await()).isEmpty();
      clock.now = clock.now.plus(BoundedCalls.PAUSE);
      assertThat(calls.start(() -> SOMETHING).await()).contains(SOMETHING);
    }
  }

  @Test
  void oneRefusedQuestionIsNoReasonToDoWithoutForTheNext() {
    try (var calls = calls(Duration.ofMinutes(1))) {
      var refused =
          calls.start(
              () -> {
                throw new EmbeddingRefused("too long");
              });

      assertThat(refused.await()).isEmpty();
      assertThat(calls.start(() -> SOMETHING).await()).contains(SOMETHING);
    }
  }

  private static List<Embedding> waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return SOMETHING;
  }

  private static List<Embedding> count(AtomicInteger asked) {
    asked.incrementAndGet();
    return SOMETHING;
  }
}
