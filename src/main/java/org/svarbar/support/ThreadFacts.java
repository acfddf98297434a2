package org.svarbar.support;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.TreeMap;
import java.util.stream.Stream;

/** The threads of this process: how many of each kind in which state, and where ours are. */
final class ThreadFacts {

  private static final int DEEPEST = 25;

  private ThreadFacts() {}

  static String now() {
    var all = Thread.getAllStackTraces();
    var counts =
        all.keySet().stream()
            .collect(groupingBy(it -> kind(it) + " " + it.getState(), TreeMap::new, counting()))
            .entrySet()
            .stream()
            .map(it -> it.getValue() + " × " + it.getKey());
    var ours =
        all.entrySet().stream()
            .filter(it -> isOurs(it.getKey()))
            .map(it -> "\n" + it.getKey().getName() + "\n" + places(it.getValue()))
            .sorted();
    return Stream.concat(counts, ours).collect(joining("\n", "", "\n"));
  }

  /** Whoever named a thread may have named it by what it works on. */
  private static String kind(Thread thread) {
    return isOurs(thread)
        ? thread.getName().replaceAll("[0-9]+", "N")
        : thread.getClass().getName();
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().matches("svarbar-[a-z-]{1,60}[0-9]*");
  }

  private static String places(StackTraceElement[] stack) {
    return Stream.of(stack).limit(DEEPEST).map(it -> "    at " + it).collect(joining("\n"));
  }
}
