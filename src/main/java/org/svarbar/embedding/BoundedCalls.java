package org.svarbar.embedding;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Embeddings of questions, for which nobody waits longer than a bounded time. After one that failed
 * there is a pause without any: a model that is away must not slow every suggestion down.
 */
final class BoundedCalls implements AutoCloseable {

  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(BoundedCalls.class.getName());
  private static final int AT_ONCE = 4;
  private static final int WAITING = 32;

  private final ExecutorService executor;
  private final Duration longest;
  private final Clock clock;
  private volatile Instant pausedUntil = Instant.MIN;
  private volatile boolean troubled;

  BoundedCalls(ThreadFactory threads, Duration longest, Clock clock) {
    this.longest = longest;
    this.clock = clock;
    var pool =
        new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), threads);
    pool.allowCoreThreadTimeOut(true);
    executor = pool;
  }

  /** Starts it at once, where it may be started. */
  PendingEmbeddings start(Supplier<List<Embedding>> call) {
    if (clock.instant().isBefore(pausedUntil)) {
      return PendingEmbeddings.NONE;
    }
    var until = System.nanoTime() + longest.toNanos();
    try {
      var future = executor.submit(call::get);
      return () -> await(future, until);
    } catch (RejectedExecutionException e) {
      failed("more questions wait for the embedding model than it can take", null);
      return PendingEmbeddings.NONE;
    }
  }

  private Optional<List<Embedding>> await(Future<List<Embedding>> future, long until) {
    try {
      var embeddings = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      succeeded();
      return Optional.of(embeddings);
    } catch (TimeoutException e) {
      future.cancel(true);
      failed("the embedding model takes longer than " + longest.toMillis() + " ms", null);
    } catch (ExecutionException e) {
      failed(e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** What is wrong with one question is no reason to do without embeddings for the next. */
  private void failed(Throwable cause) {
    switch (cause) {
      case EmbeddingRefused refused -> LOG.log(Level.WARNING, refused.getMessage());
      case EmbeddingsUnavailable away -> failed(away.getMessage(), null);
      default -> failed(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** Says so once, until it is over. */
  private void failed(String why, Throwable cause) {
    pausedUntil = clock.instant().plus(PAUSE);
    if (!troubled) {
      troubled = true;
      LOG.log(Level.WARNING, "suggestions are ranked without embeddings for now: " + why, cause);
    }
  }

  private void succeeded() {
    if (troubled) {
      troubled = false;
      LOG.log(Level.INFO, "suggestions are ranked with embeddings again");
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
