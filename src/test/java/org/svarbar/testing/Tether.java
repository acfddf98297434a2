package org.svarbar.testing;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Makes a process end with the one that started it, however that one ends: standard input is a pipe
 * from there, and closes with it. Has to be alone in what it needs, because it also runs in servers
 * that know nothing else of ours.
 */
public final class Tether {

  private static final long LONGEST_STOP_MILLIS = 20_000;

  private Tether() {}

  /** Ends this process when standard input ends. */
  public static void hold() {
    Thread.ofPlatform().daemon().name("ends-with-parent").start(Tether::awaitEnd);
  }

  /** Starts a main class (the first argument) with the other arguments, tethered. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    hold();
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void awaitEnd() {
    // not System.in, which a server may have exchanged
    try (var input = new FileInputStream(FileDescriptor.in)) {
      while (input.read() >= 0) {
        // nobody writes; only the end matters
      }
    } catch (IOException e) {
      // as good as the end
    }
    Thread.ofPlatform().daemon().name("insists-on-the-end").start(Tether::haltLater);
    System.exit(0);
  }

  private static void haltLater() {
    try {
      Thread.sleep(LONGEST_STOP_MILLIS);
    } catch (InterruptedException e) {
      // then at once
    }
    Runtime.getRuntime().halt(1);
  }
}
