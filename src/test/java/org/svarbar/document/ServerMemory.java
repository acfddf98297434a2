package org.svarbar.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.svarbar.document.child.Child;

/**
 * How much of the machine's memory the server under test holds; known on Linux only.
 *
 * @param megabytes 0: not known
 */
record ServerMemory(long megabytes) {

  static ServerMemory now() {
    return new ServerMemory(
        processes(line -> line.contains("jboss-modules.jar") && !isReader(line))
            .mapToLong(ServerMemory::resident)
            .sum());
  }

  /** The ids of the processes that read documents for it. */
  static List<Long> readers() {
    return processes(ServerMemory::isReader).map(ProcessHandle::pid).toList();
  }

  private static boolean isReader(String commandLine) {
    return commandLine.contains(Child.class.getName());
  }

  private static Stream<ProcessHandle> processes(Predicate<String> commandLine) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> commandLine.test(read(process, "cmdline")));
  }

  private static long resident(ProcessHandle process) {
    return read(process, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
        .sum();
  }

  private static String read(ProcessHandle process, String what) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), what));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return megabytes + " MB";
  }
}
