package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Eventually;

class GroupCommitTest {

  private final List<List<Integer>> calls = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  @Test
  void storesAloneWhatComesAlone() {
    var commit = new GroupCommit<Integer, Integer>(this::storeAtOnce);

    assertThat(commit.store(1)).isEqualTo(-1);
    assertThat(commit.store(2)).isEqualTo(-2);

    assertThat(calls).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void storesTogetherWhatCameMeanwhile() throws Exception {
    together(this::storeSlowly, 100);

    assertThat(calls.getFirst()).containsExactly(0);
    assertThat(calls).hasSize(3);
    assertThat(calls.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void failsForTheOneThatIsWrongAndForNoOther() throws Exception {
    var ends = together(this::refuseSeven, 10);

    for (var i = 0; i < 10; i++) {
      assertThat(ends.get(i).isCompletedExceptionally()).as("%d", i).isEqualTo(i == 7);
    }
  }

  @Test
  void triesOnceWhenTheDatabaseIsAway() throws Exception {
    var ends = together(this::beAway, 10);

    assertThat(ends).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(calls).hasSize(2);
  }

  @Test
  void waitsAlthoughItIsInterrupted() throws Exception {
    var commit = new GroupCommit<Integer, Integer>(this::storeSlowly);
    var first = new Thread(() -> commit.store(0));
    first.start();
    begun.await();
    var end = new CompletableFuture<Boolean>();
    var second =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              commit.store(1);
              end.complete(Thread.currentThread().isInterrupted());
            });
    second.start();

    Eventually.soon().see("it waits", second::getState, state -> state == Thread.State.WAITING);
    assertThat(end).isNotDone();
    mayGoOn.countDown();

    assertThat(end.get()).as("and is still interrupted").isTrue();
    first.join();
  }

  @Test
  void saysWhy() {
    var commit = new GroupCommit<Integer, Integer>(this::beAway);
    mayGoOn.countDown();

    assertThatThrownBy(() -> commit.store(1)).hasRootCauseMessage("away");
  }

  /** The first is being stored when all others come. */
  private List<CompletableFuture<Integer>> together(
      Function<List<Integer>, List<Integer>> store, int howMany) throws Exception {
    var commit = new GroupCommit<>(store);
    var threads = new ArrayList<Thread>();
    try (var executor =
        Executors.newThreadPerTaskExecutor(
            task -> {
              var thread = new Thread(task);
              threads.add(thread);
              return thread;
            })) {
      var ends = new ArrayList<CompletableFuture<Integer>>();
      ends.add(CompletableFuture.supplyAsync(() -> commit.store(0), executor));
      begun.await();
      IntStream.range(1, howMany)
          .forEach(i -> ends.add(CompletableFuture.supplyAsync(() -> commit.store(i), executor)));
      Eventually.soon()
          .see(
              "all wait",
              () -> threads.stream().filter(it -> it.getState() == Thread.State.WAITING).count(),
              it -> it == howMany);
      mayGoOn.countDown();
      ends.forEach(end -> end.exceptionally(e -> 0).join());
      return ends;
    }
  }

  private List<Integer> storeAtOnce(List<Integer> items) {
    calls.add(items);
    return items.stream().map(item -> -item).toList();
  }

  private List<Integer> storeSlowly(List<Integer> items) {
    calls.add(items);
    begun.countDown();
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return items.stream().map(item -> -item).toList();
  }

  private List<Integer> refuseSeven(List<Integer> items) {
    var stored = storeSlowly(items);
    if (items.contains(7)) {
      throw new IllegalStateException(new SQLException("twice", "23505"));
    }
    return stored;
  }

  private List<Integer> beAway(List<Integer> items) {
    storeSlowly(items);
    throw new IllegalStateException(new SQLException("away", "08006"));
  }
}
