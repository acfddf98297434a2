package org.svarbar.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lives inside the server, where an agent calls it before and after each commit and each call to
 * others: writes down which moment this is, or ends the process there and then. It needs nothing
 * but the JDK, because the server's own class loaders do not see the tests.
 */
public class Halt {

  /** Names the folder through which it is told what to do. */
  static final String FOLDER = "svarbar.crash.folder";

  /** Holds the moment at which to halt, or {@link #RECORD}. */
  static final String ORDER = "order";

  static final String RECORD = "record";

  /** One moment a line, as they were reached. */
  static final String REACHED = "reached";

  private static final Pattern GENERATED = Pattern.compile("\\$(?:Proxy)?\\$.*|_.*");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
  private static final Pattern PLUMBING =
      Pattern.compile(
          "\\.crash\\.|\\.(?:OutboundHttp|SearchCalls|WorkLoop|LoopThreads|BackgroundLoop)\\b");
  private static final int FRAMES = 3;
  private static final int STATUS = 137;

  /**
   * @param moment such as `before the commit of`; the step of the product that leads there is added
   */
  public void at(String moment) {
    var folder = Path.of(System.getProperty(FOLDER));
    var order = order(folder.resolve(ORDER));
    if (order.isEmpty()) {
      return;
    }
    var here = moment + " " + step();
    try {
      if (order.equals(RECORD)) {
        write(folder.resolve(REACHED), here);
      } else if (order.equals(here)) {
        Files.delete(folder.resolve(ORDER));
        Runtime.getRuntime().halt(STATUS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String order(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static synchronized void write(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * The innermost methods of the product that are no mere wrapping, each with its class: where a
   * call goes out depends on who called whom.
   */
  private static String step() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().startsWith("org.svarbar."))
                    .filter(frame -> !PLUMBING.matcher(frame.getClassName()).find())
                    .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                    .distinct()
                    .limit(FRAMES)
                    .collect(Collectors.joining(" by ")));
  }

  private static String name(String type, String method) {
    var simple = type.substring(type.lastIndexOf('.') + 1);
    return GENERATED.matcher(simple).replaceFirst("")
        + "."
        + LAMBDA.matcher(method).replaceFirst("$1");
  }
}
