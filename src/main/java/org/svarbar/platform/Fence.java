package org.svarbar.platform;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What must hold while a thread calls others, looked at when a request is about to go out and not
 * before: whoever stood still on the way there sends nothing that is somebody else's work by now.
 */
public final class Fence {

  private static final ThreadLocal<BooleanSupplier> CURRENT = new ThreadLocal<>();

  private Fence() {}

  /** Nothing was sent: what had to hold did not any more. */
  public static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("not sent: somebody else may work on it by now", null, false, false);
    }
  }

  /**
   * Does it on this thread.
   *
   * @throws Lost when a request was about to go out and this did not hold
   */
  public static <T> T during(BooleanSupplier holds, Supplier<T> work) {
    CURRENT.set(holds);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  static void check() {
    var holds = CURRENT.get();
    if (holds != null && !holds.getAsBoolean()) {
      throw new Lost();
    }
  }
}
