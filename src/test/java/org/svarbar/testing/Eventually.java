package org.svarbar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Waits for something that takes a while: looks again and again until it is so or the time is up.
 */
public final class Eventually {

  private static final long FIRST_PAUSE_MILLIS = 25;
  private static final long LONGEST_PAUSE_MILLIS = 400;

  private final Duration longest;

  private Eventually(Duration longest) {
    this.longest = longest;
  }

  public static Eventually within(Duration longest) {
    return new Eventually(longest);
  }

  /** As long as anything in the product should take on a busy machine. */
  public static Eventually soon() {
    return new Eventually(Duration.ofSeconds(30));
  }

  /**
   * Looks until `isSo` holds. A look that fails with an `IOException`, wrapped or not, or an
   * `AssertionError` counts as not yet.
   *
   * @param what the sentence that should become true, for the failure
   * @return the value that made it so
   */
  public <T> T see(String what, Callable<T> look, Predicate<? super T> isSo) {
    var end = System.nanoTime() + longest.toNanos();
    var pause = FIRST_PAUSE_MILLIS;
    Object last;
    do {
      try {
        var value = look.call();
        if (isSo.test(value)) {
          return value;
        }
        last = value;
      } catch (IOException | UncheckedIOException | AssertionError e) {
        last = e;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(what, e);
      }
      pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    } while (System.nanoTime() < end);
    throw new AssertionError("not within " + longest + ": " + what + "; seen last: " + last);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
