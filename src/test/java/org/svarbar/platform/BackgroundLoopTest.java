package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

  private static final Duration LONG = Duration.ofHours(1);

  private BackgroundLoop loop;

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void doesItAgainWhenItIsWoken() throws InterruptedException {
    var done = new CountDownLatch(2);
    loop(LONG, () -> count(done));

    loop.wake();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesItAgainAfterAPause() throws InterruptedException {
    var done = new CountDownLatch(3);
    loop(Duration.ofMillis(10), () -> count(done));

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void goesOnAfterWhatThrowsWhateverItIs() throws InterruptedException {
    var done = new CountDownLatch(1);
    var times = new AtomicInteger();
    loop(
        Duration.ofMillis(10),
        () ->
            switch (times.incrementAndGet()) {
              case 1 -> throw new IllegalStateException("on purpose");
              case 2 -> throw new StackOverflowError("on purpose");
              default -> count(done);
            });

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitsForTheStepThatGoesOnWhenItStops() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    loop(
        LONG,
        () -> {
          begun.countDown();
          LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
          return Thread.interrupted() ? "interrupted" : count(ended);
        });
    begun.await();

    loop.stop();

    assertThat(ended.getCount()).isZero();
  }

  private void loop(Duration pause, Supplier<String> step) {
    loop = new BackgroundLoop("test", pause, step, Thread::new);
    loop.start();
  }

  private static String count(CountDownLatch latch) {
    latch.countDown();
    return "";
  }
}
