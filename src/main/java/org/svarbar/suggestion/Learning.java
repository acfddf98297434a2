package org.svarbar.suggestion;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.svarbar.platform.BackgroundLoop;

/**
 * Something that is learned from rows, learned anew in the background when they change. Each node
 * learns the same by itself from the same rows, so that nothing has to be shared.
 *
 * @param <M> the mark of the rows that it was learned from: another one when they have changed
 * @param <T> what is learned; immutable
 */
final class Learning<M, T> {

  private static final Logger LOG = System.getLogger(Learning.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** So many times as long as it learned it rests, so that it never takes much of the machine. */
  private static final int REST = 4;

  private final String name;
  private final Supplier<M> mark;
  private final Supplier<T> lesson;
  private BackgroundLoop loop;
  private long restsUntil = System.nanoTime();
  private volatile Learned<M, T> learned;
  private volatile boolean learns;

  /**
   * @param from what it was learned from
   */
  record Learned<M, T>(M from, T what) {}

  /**
   * @param name names the thread and the log lines
   * @param lesson learns from the rows as they are now
   * @param before what is known before anything was learned
   */
  Learning(String name, Supplier<M> mark, Supplier<T> lesson, Learned<M, T> before) {
    this.name = name;
    this.mark = mark;
    this.lesson = lesson;
    learned = before;
  }

  Learned<M, T> now() {
    return learned;
  }

  /**
   * Whether what is known now was learned from the rows as they are, and no learning from earlier
   * ones is under way that would still replace it.
   *
   * @param rows their mark, read before this is asked
   */
  boolean isUpTo(M rows) {
    return !learns && rows.equals(learned.from());
  }

  void start(ThreadFactory threads) {
    loop = new BackgroundLoop(name, PAUSE, this::learnWhatIsNew, threads);
    loop.start();
  }

  void stop() {
    loop.stop();
  }

  String learnWhatIsNew() {
    var start = System.nanoTime();
    if (start - restsUntil < 0) {
      return "";
    }
    var current = mark.get();
    if (!current.equals(learned.from())) {
      learnFrom(current);
      var took = System.nanoTime() - start;
      restsUntil = System.nanoTime() + REST * took;
      LOG.log(Level.INFO, "{0}: learned in {1} ms", name, took / 1_000_000);
    }
    return "";
  }

  private void learnFrom(M rows) {
    learns = true;
    try {
      learned = new Learned<>(rows, lesson.get());
    } finally {
      learns = false;
    }
  }
}
