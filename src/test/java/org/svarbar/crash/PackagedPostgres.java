package org.svarbar.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.svarbar.testing.Eventually;

/**
 * The PostgreSQL of the machine's packages with its own tools, as operators have it: the embedded
 * one comes without them.
 */
final class PackagedPostgres implements AutoCloseable {

  private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Path tools;
  private final int port = KillableServer.freePort();
  private final Process process;

  /**
   * @param folder its own
   */
  PackagedPostgres(Path folder) throws IOException {
    tools = tools();
    var data = folder.resolve("data");
    run("initdb", "--pgdata=" + data, "--username=svarbar", "--auth=trust", "--encoding=UTF8");
    process =
        builder(
                tools.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=")
            .redirectOutput(Redirect.to(folder.resolve("postgresql.log").toFile()))
            .start();
    Eventually.within(LONGEST_START).see("PostgreSQL listens", this::listens, it -> it);
    run("createdb", "--host=127.0.0.1", "--port=" + port, "--username=svarbar", "svarbar");
  }

  /** Where `pg_dump` and its like are. */
  Path bin() {
    return tools;
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  Map<String, String> environment() {
    return Map.of(
        "SVARBAR_DB_DRIVER", "postgresql",
        "SVARBAR_DB_URL", "jdbc:postgresql://" + address() + "/svarbar",
        "SVARBAR_DB_USER", "svarbar",
        "SVARBAR_DB_PASSWORD", "svarbar");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private boolean listens() {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void run(String tool, String... options) throws IOException {
    var words = new ArrayList<>(List.of(tools.resolve(tool).toString()));
    words.addAll(Arrays.asList(options));
    var process = builder(words.toArray(String[]::new)).start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.onExit().join().exitValue()).as("%s says %s", tool, said).isZero();
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it does not know. */
  private static ProcessBuilder builder(String... command) {
    var words = new ArrayList<>(List.of(command));
    if ("root".equals(System.getProperty("user.name"))) {
      words.addAll(0, List.of("unshare", "-U"));
    }
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static Path tools() throws IOException {
    if (!Files.isDirectory(OF_DEBIAN) && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("no PostgreSQL with its tools: apt-get install postgresql");
    }
    try (var versions = Files.list(OF_DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(PackagedPostgres::version))
          .orElseThrow();
    }
  }

  private static int version(Path bin) {
    return Integer.parseInt(bin.getParent().getFileName().toString());
  }
}
