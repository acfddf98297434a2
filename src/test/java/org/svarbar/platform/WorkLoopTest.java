package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.testing.Eventually;

class WorkLoopTest {

  private final Queue<Lease> due = new ConcurrentLinkedQueue<>();
  private final Queue<Set<Lease>> renewals = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean renewable = new AtomicBoolean(true);
  private volatile Consumer<Lease> work = lease -> {};
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T09:15:00Z"));
  private final CircuitBreaker breaker = new CircuitBreaker(now::get);
  private final WorkLoop loop =
      new WorkLoop("test", 2, rows(), lease -> work.accept(lease), Thread::new);

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void worksAtOnceWhenItIsWoken() throws InterruptedException {
    var done = new CountDownLatch(100);
    work = lease -> done.countDown();
    loop.start();

    for (var i = 0; i < 100; i++) {
      due.add(new Lease(i, "token", ""));
    }
    loop.wake();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void findsWorkThatNobodyWokeItFor() throws InterruptedException {
    var done = new CountDownLatch(1);
    work = lease -> done.countDown();
    loop.start();

    due.add(new Lease(1, "token", ""));

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void goesOnAfterWorkThatThrows() throws InterruptedException {
    var done = new CountDownLatch(1);
    work =
        lease -> {
          if (lease.id() < 5) {
            throw new IllegalStateException("on purpose");
          }
          done.countDown();
        };
    loop.start();

    for (var i = 0; i <= 5; i++) {
      due.add(new Lease(i, "token", ""));
    }
    loop.wake();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void renewsAllThatTakesLongTogether() {
    var go = new CountDownLatch(1);
    work = lease -> await(go);
    loop.start();
    var both = Set.of(new Lease(7, "token", ""), new Lease(8, "token", ""));

    due.addAll(both);
    loop.wake();

    Eventually.soon().see("both are renewed", () -> renewals, it -> it.contains(both));
    assertThat(both).allMatch(loop::holds);
    go.countDown();
    Eventually.soon().see("they are done", () -> both, it -> it.stream().noneMatch(loop::holds));
  }

  @Test
  void holdsNothingThatCouldNotBeRenewedInTime() {
    var go = new CountDownLatch(1);
    var lease = new Lease(7, "token", "");
    work = it -> await(go);
    renewable.set(false);
    loop.start();

    due.add(lease);
    loop.wake();

    Eventually.soon().see("it has it", () -> loop.holds(lease), it -> it);
    Eventually.soon().see("somebody else may have it", () -> loop.holds(lease), it -> !it);
    go.countDown();
  }

  @Test
  void keepsWhatItWorksOnWhileItIsStopped() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    work =
        lease -> {
          begun.countDown();
          await(go);
        };
    loop.start();
    due.add(new Lease(1, "token", ""));
    loop.wake();
    begun.await();

    var stopping = Thread.ofVirtual().start(loop::stop);
    var before = renewals.size();
    Eventually.soon().see("it renews", renewals::size, it -> it > before + 2);
    go.countDown();

    assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void waitsForWhatItWorksOnWhenItStops() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    work =
        lease -> {
          begun.countDown();
          LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
          if (!Thread.interrupted()) {
            ended.countDown();
          }
        };
    loop.start();
    due.add(new Lease(1, "token", ""));
    loop.wake();
    begun.await();

    loop.stop();

    assertThat(ended.getCount()).isZero();
  }

  @Test
  void worksForOthersWhileHelpdesksHang() throws InterruptedException {
    var go = new CountDownLatch(1);
    var done = new CountDownLatch(20);
    var hanging = ConcurrentHashMap.<String>newKeySet();
    work =
        lease -> {
          if (lease.whose().startsWith("hangs")) {
            hanging.add(lease.whose() + lease.id());
            await(go);
          } else {
            done.countDown();
          }
        };
    var several = several();
    try {
      several.start();
      addDue(1, 50, "hangs-1");
      addDue(101, 50, "hangs-2");
      addDue(201, 20, "goes on");
      several.wake();

      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(hanging).filteredOn(name -> name.startsWith("hangs-1")).hasSizeBetween(1, 4);
      assertThat(hanging).hasSizeLessThan(8);
    } finally {
      go.countDown();
      several.stop();
    }
  }

  @Test
  void givesOneConnectionAllItMayHaveAgainAndAgain() throws InterruptedException {
    var done = new CountDownLatch(1000);
    work = lease -> done.countDown();
    var several = several();
    try {
      several.start();
      addDue(1, 1000, "the only one");
      several.wake();

      // a pause of the loop anywhere would be a second long
      assertThat(done.await(15, TimeUnit.SECONDS)).isTrue();
    } finally {
      several.stop();
    }
  }

  @Test
  void leavesTheRowsOfThoseWhoFailAndTriesOneAfterTheirRest() throws InterruptedException {
    var othersDone = new CountDownLatch(20);
    var tried = new AtomicInteger();
    var isBack = new AtomicBoolean();
    var allDone = new CountDownLatch(20);
    work =
        lease -> {
          if (lease.whose().equals("sound")) {
            othersDone.countDown();
          } else if (isBack.get()) {
            breaker.succeeded("ill");
            allDone.countDown();
          } else {
            tried.incrementAndGet();
            breaker.failed("ill");
            due.add(lease);
          }
        };
    var several = several();
    addDue(1, 20, "ill");
    addDue(100, 20, "sound");
    several.start();

    assertThat(othersDone.await(10, TimeUnit.SECONDS)).isTrue();
    Eventually.soon().see("it rests", () -> breaker.resting(), it -> it.contains("ill"));
    // those that had been begun when the third failed
    assertThat(tried.get()).isBetween(3, 3 + 8);
    isBack.set(true);
    now.set(now.get().plusSeconds(10));
    several.wake();
    assertThat(allDone.await(10, TimeUnit.SECONDS)).isTrue();
    several.stop();
  }

  private WorkLoop several() {
    return WorkLoop.shared(
        "several", 4, shared(), breaker, lease -> work.accept(lease), Thread::new);
  }

  private void addDue(int first, int howMany, String whose) {
    for (var i = first; i < first + howMany; i++) {
      due.add(new Lease(i, "token", whose));
    }
  }

  private WorkLoop.SharedRows shared() {
    return new WorkLoop.SharedRows() {
      @Override
      public List<Lease> claim(int most, Duration lease, Set<String> except) {
        var claimed =
            due.stream().filter(row -> !except.contains(row.whose())).limit(most).toList();
        due.removeAll(claimed);
        return claimed;
      }

      @Override
      public List<Lease> renew(Collection<Lease> leases, Duration length) {
        renewals.add(Set.copyOf(leases));
        return renewable.get() ? List.copyOf(leases) : List.of();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkLoop.LeasedRows rows() {
    return new WorkLoop.LeasedRows() {
      @Override
      public List<Lease> claim(int most, Duration lease) {
        var claimed = new ArrayList<Lease>();
        for (var next = due.poll(); next != null; next = due.poll()) {
          claimed.add(next);
          if (claimed.size() == most) {
            break;
          }
        }
        return claimed;
      }

      @Override
      public List<Lease> renew(Collection<Lease> leases, Duration length) {
        renewals.add(Set.copyOf(leases));
        return renewable.get() ? List.copyOf(leases) : List.of();
      }
    };
  }
}
