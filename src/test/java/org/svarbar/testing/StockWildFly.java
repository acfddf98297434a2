package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * WildFly as it is downloaded, beside what an operator gets of Svarbar, and a shell in that folder.
 * Closing it ends the server.
 */
public final class StockWildFly implements AutoCloseable {

  private static final Path DOWNLOADED = Path.of(System.getProperty("it.stock", "target/stock"));
  private static final Duration LONGEST_COMMAND = Duration.ofMinutes(3);

  /** What is added to all of WildFly's ports; no two servers get the same. */
  private static final PrimitiveIterator.OfInt FREE =
      IntStream.iterate(2_100, it -> it < 40_000, it -> it + 500)
          .filter(
              it -> Arrays.stream(new int[] {7600, 8080, 8443, 9990}).allMatch(p -> free(p + it)))
          .iterator();

  private final Path folder;
  private final Path home;
  private final int offset = FREE.next();
  private Process server;

  private StockWildFly(Path folder) {
    this.folder = folder;
    this.home = folder.resolve("wildfly");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * Unpacks it, and the release beside it.
   *
   * @param folder its own
   */
  public static StockWildFly in(Path folder) throws IOException {
    var stock = new StockWildFly(folder);
    copy(DOWNLOADED, stock.home, true);
    copy(Path.of("wildfly-config"), folder.resolve("wildfly-config"), false);
    copy(Path.of(System.getProperty("it.server-content")), folder.resolve("wildfly-config"), false);
    Files.copy(Path.of(System.getProperty("it.war")), folder.resolve("svarbar.war"));
    return stock;
  }

  public Path folder() {
    return folder;
  }

  /** A file of the server, such as `standalone/log/server.log`. */
  public Path file(String below) {
    return home.resolve(below);
  }

  /** Where the product is, without a slash at the end. */
  public URI product() {
    return URI.create("http://127.0.0.1:" + (8080 + offset) + "/svarbar");
  }

  /** Host and port for those who manage it. */
  public String management() {
    return "127.0.0.1:" + (9990 + offset);
  }

  /** The port at which the other nodes of a cluster reach it. */
  public int clusterPort() {
    return 7600 + offset;
  }

  /** Has a shell run this; fails when any of it does. Returns what was printed. */
  public String type(String commands) {
    var said = folder.resolve("said.txt");
    try {
      var shell = shell(commands).redirectOutput(said.toFile()).start();
      if (!shell.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
        end(shell);
      }
      assertThat(shell.exitValue()).as("%s says %s", commands, Files.readString(said)).isEqualTo(0);
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Has a shell run this, which ends with the start of the server, and waits for nothing. */
  public void start(String commands) throws IOException {
    close();
    Files.deleteIfExists(file("standalone/log/server.log"));
    server = shell(commands).redirectOutput(Redirect.DISCARD).start();
  }

  /** What this file of its configuration says; WildFly writes attributes in any order. */
  public List<List<String>> configuration(String name) throws IOException {
    return Files.readAllLines(file("standalone/configuration/" + name)).stream()
        .map(line -> Arrays.stream(line.strip().split("[ />]+")).sorted().toList())
        .toList();
  }

  /** What the server has said since it was started. */
  public String log() throws IOException {
    var log = file("standalone/log/server.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** The answer of `/health/ready`. */
  public Product.Answer ready() {
    return Product.at(URI.create("http://" + management() + "/")).get("health/ready");
  }

  /** SIGKILL; it is gone when this returns. */
  public void kill() {
    var all = server.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
    server = null;
  }

  /** Sends its process a signal, such as STOP. */
  public void signal(String name) {
    server
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .forEach(java -> type("kill -" + name + " " + java.pid()));
  }

  @Override
  public void close() {
    if (server != null) {
      end(server);
      server = null;
    }
  }

  private ProcessBuilder shell(String commands) {
    var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands);
    shell.directory(folder.toFile()).redirectErrorStream(true);
    var environment = shell.environment();
    // the server of the other tests is told by these, too
    environment.keySet().removeIf(name -> name.startsWith("SVARBAR_") || name.startsWith("JBOSS"));
    environment.putAll(
        Map.of(
            "WILDFLY_HOME", home.toString(),
            "JAVA_HOME", System.getProperty("java.home"),
            "JAVA_OPTS",
                "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true"
                    + " -Djboss.socket.binding.port-offset="
                    + offset));
    return shell;
  }

  /** The shell, and the server that it has started. */
  private static void end(Process process) {
    var all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    for (var each : all) {
      try {
        each.onExit().get(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        each.destroyForcibly();
      }
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Copies a folder.
   *
   * @param shared whether libraries, which nobody changes, are only linked
   */
  private static void copy(Path from, Path to, boolean shared) throws IOException {
    try (var all = Files.walk(from)) {
      for (var path : all.toList()) {
        var copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else if (shared && path.toString().endsWith(".jar")) {
          Files.createLink(copy, path);
        } else {
          Files.copy(path, copy);
          if (path.toString().endsWith(".sh")) {
            Files.setPosixFilePermissions(
                copy, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }
}
