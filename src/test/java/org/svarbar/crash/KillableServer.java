package org.svarbar.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.svarbar.run.Layout;
import org.svarbar.run.WildFly;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/**
 * The provisioned WildFly with the WAR in a process of its own, which can be killed without warning
 * and started again on the same database.
 */
public final class KillableServer implements Victim, AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Layout layout;
  private final URI openSearch;
  private final Map<String, String> database;
  private final Map<String, String> furtherSettings;
  private List<String> javaOptions = List.of();
  private Process process;

  /**
   * @param folder its own
   * @param database the environment variables `SVARBAR_DB_…`
   */
  public KillableServer(Path folder, URI openSearch, Map<String, String> database)
      throws IOException {
    this(folder, openSearch, database, Map.of());
  }

  /**
   * @param furtherSettings beside those that every server gets, or in their place
   */
  public KillableServer(
      Path folder,
      URI openSearch,
      Map<String, String> database,
      Map<String, String> furtherSettings)
      throws IOException {
    this.furtherSettings = Map.copyOf(furtherSettings);
    this.layout =
        new Layout(freePort(), openSearch.getPort(), freePort(), freePort(), freePort(), folder);
    this.openSearch = openSearch;
    this.database = Map.copyOf(database);
    Files.createDirectories(folder.resolve("log"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** From the next start on, the Java machine gets these options too. */
  public void with(List<String> options) {
    javaOptions = List.copyOf(options);
  }

  /** Starts it and waits until it takes requests; returns how long that took. */
  public Duration start() throws IOException {
    var start = System.nanoTime();
    launch();
    var output = output();
    var server = Product.at(URI.create("http://127.0.0.1:" + layout.management() + "/"));
    Eventually.within(LONGEST_START)
        .see(
            "the server is ready, says " + output,
            () -> server.get("health/ready"),
            answer -> answer.status() == 200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Starts it and waits for nothing. */
  public void launch() throws IOException {
    var builder = new WildFly(layout).prepare(settings(), database);
    // behind the launcher's own, because the last one counts
    builder.command().addAll(builder.command().indexOf("-cp"), javaOptions);
    process = builder.redirectOutput(output().toFile()).start();
  }

  /** Deploys another application beside the product until the next start. */
  public void deployBeside(Path war) throws IOException {
    Files.copy(war, layout.data().resolve("wildfly/deployments").resolve(war.getFileName()));
  }

  private Path output() {
    return layout.data().resolve("log/output.log");
  }

  @Override
  public String name() {
    return "app";
  }

  @Override
  public void startAgain() throws IOException {
    start();
  }

  /** SIGKILL, and waits until it is gone. */
  @Override
  public void kill() {
    if (process != null && process.isAlive()) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The product on it, called by its administrator. */
  public Product product() {
    return Product.at(URI.create(layout.product() + "/")).as(Product.ADMIN, Product.ADMIN_PASSWORD);
  }

  public long pid() {
    return process.pid();
  }

  /** Where its process says what it does. */
  public Path log() {
    return layout.data().resolve("log/server.log");
  }

  @Override
  public void close() {
    kill();
  }

  /** A port that nobody has at the moment. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> settings() {
    var settings =
        new HashMap<>(
            Map.of(
                "svarbar.opensearch.url",
                openSearch.toString(),
                "svarbar.outbound.allowed",
                "http://127.0.0.1:*",
                "svarbar.public-url",
                layout.product().toString(),
                "svarbar.console.first-password",
                Product.ADMIN_PASSWORD,
                // each call logs in by HTTP Basic, and what that costs is not the question here
                "svarbar.console.password-iterations",
                "10000",
                "svarbar.secret-key",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    settings.putAll(furtherSettings);
    return settings;
  }
}
