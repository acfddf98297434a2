package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Eventually;

class LoopThreadsTest {

  @Test
  void noticesOneThatEndsByItself() {
    var end = new CountDownLatch(1);
    var threads = new LoopThreads("falling", Thread.ofPlatform().factory());
    threads.start("one", end::await);
    threads.start("other", () -> new CountDownLatch(1).await());
    assertThat(LoopThreads.fallen()).doesNotContain("falling-one", "falling-other");

    end.countDown();

    Eventually.soon()
        .see("it has fallen", LoopThreads::fallen, names -> names.contains("falling-one"));
    assertThat(LoopThreads.fallen()).doesNotContain("falling-other");
    threads.end(Duration.ofMillis(1));
    assertThat(LoopThreads.fallen()).doesNotContain("falling-one", "falling-other");
  }
}
