package org.svarbar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * The provisioned WildFly with the WAR in a process of its own, which can be killed without warning
 * and started again on the same data.
 */
public final class KillableServer implements AutoCloseable {

  private static final Path SERVER = Path.of("target", "server").toAbsolutePath();
  private static final Path WAR = Path.of("target", "svarbar.war").toAbsolutePath();
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path folder;
  private final URI openSearch;
  private final Map<String, String> database;
  private final int http = freePort();
  private final int https = freePort();
  private final int management = freePort();
  private Process process;

  /**
   * @param folder its own, made anew
   * @param database the environment variables `SVARBAR_DB_…`
   */
  public KillableServer(Path folder, URI openSearch, Map<String, String> database)
      throws IOException {
    this.folder = folder;
    this.openSearch = openSearch;
    this.database = Map.copyOf(database);
    copy(SERVER.resolve("standalone"), folder);
    Files.copy(WAR, folder.resolve("deployments/svarbar.war"), StandardCopyOption.REPLACE_EXISTING);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Starts it and waits until it takes requests; returns how long that took. */
  public Duration start() throws IOException {
    var start = System.nanoTime();
    var builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile());
    builder.environment().putAll(database);
    process = builder.start();
    var server = Product.at(URI.create("http://127.0.0.1:" + management + "/"));
    Eventually.within(LONGEST_START)
        .see(
            "the server is ready (its output is in " + folder.resolve("out.log") + ")",
            () -> server.get("health/ready"),
            answer -> answer.status() == 200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** SIGKILL, and waits until it is gone. */
  public void kill() {
    if (process != null && process.isAlive()) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** The product on it, called by its administrator. */
  public Product product() {
    return Product.at(URI.create("http://127.0.0.1:" + http + "/svarbar/"))
        .as(Product.ADMIN, Product.ADMIN_PASSWORD);
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    kill();
  }

  private List<String> command() {
    var command =
        new ArrayList<>(
            StandaloneCommandBuilder.of(SERVER)
                .setJavaHome(System.getProperty("java.home"))
                .setBaseDirectory(folder)
                .addJavaOptions("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .addJavaOption("-Djboss.http.port=" + http)
                .addJavaOption("-Djboss.https.port=" + https)
                .addJavaOption("-Djboss.management.http.port=" + management)
                .build());
    settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
    return command;
  }

  private Map<String, String> settings() {
    return Map.of(
        "svarbar.opensearch.url",
        openSearch.toString(),
        "svarbar.outbound.allowed",
        "http://127.0.0.1:*",
        "svarbar.public-url",
        "http://127.0.0.1:" + http + "/svarbar",
        "svarbar.console.first-password",
        Product.ADMIN_PASSWORD,
        "svarbar.secret-key",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  }

  /** A port that nobody has at the moment. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
