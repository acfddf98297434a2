package org.svarbar.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Settings;

/**
 * A real OpenSearch of one node in a process of its own, reachable from this machine only. It ends
 * with the process that started it, however that one ends: its standard input is a pipe from there.
 */
public final class OpenSearchNode implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Process process;
  private final URI uri;

  private OpenSearchNode(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts a node and waits until it answers.
   *
   * @param folder where it keeps its data; what is there already is kept
   * @param log where it writes what it has to say
   * @throws IllegalStateException when the port is taken or the node does not come up; the message
   *     is a sentence to show
   */
  public static OpenSearchNode start(Path folder, Path log, int port) throws IOException {
    var node = launch(folder, log, port, List.of());
    node.awaitAnswer(log);
    return node;
  }

  /**
   * Starts nodes of one cluster, and waits until each answers.
   *
   * @param folder where they keep what they have and write what they have to say
   * @param ports of HTTP, and as many more by which they talk to each other
   */
  public static List<OpenSearchNode> cluster(Path folder, List<Integer> ports) throws IOException {
    var nodes = new ArrayList<OpenSearchNode>();
    var half = ports.size() / 2;
    var among = ports.subList(half, ports.size()).stream().map(String::valueOf).toList();
    for (var i = 0; i < half; i++) {
      var log = folder.resolve("opensearch-" + i + ".log");
      var more = List.of(Integer.toString(i), String.join(",", among));
      nodes.add(launch(folder.resolve("opensearch-" + i), log, ports.get(i), more));
    }
    for (var i = 0; i < half; i++) {
      nodes.get(i).awaitAnswer(folder.resolve("opensearch-" + i + ".log"));
    }
    return nodes;
  }

  private static OpenSearchNode launch(Path folder, Path log, int port, List<String> more)
      throws IOException {
    refuseTaken(port);
    Files.createDirectories(folder);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                OpenSearchNode.class.getName(),
                folder.toAbsolutePath().toString(),
                Integer.toString(port)));
    command.addAll(more);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()));
    // by the environment, because the class path is longer than some systems let an argument be
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new OpenSearchNode(builder.start(), URI.create("http://127.0.0.1:" + port));
  }

  public URI uri() {
    return uri;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Asks it to stop, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseTaken(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IllegalStateException(
          "OpenSearch cannot start: port " + port + " on 127.0.0.1 is taken", e);
    }
  }

  private void awaitAnswer(Path log) {
    var health =
        HttpRequest.newBuilder(uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      Eventually.within(LONGEST_START)
          .see(
              "OpenSearch answers at " + uri + " (its log: " + log + ")",
              () -> {
                if (!process.isAlive()) {
                  throw new IllegalStateException(
                      "OpenSearch did not start, its log says why: " + log);
                }
                return client.send(health, BodyHandlers.discarding()).statusCode();
              },
              status -> status == 200);
    } catch (AssertionError | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The other process: a folder and a port; in a cluster also which of them it is, and the ports by
   * which they talk to each other.
   */
  public static void main(String[] arguments) throws InterruptedException {
    Tether.hold();
    var runner = new OpenSearchRunner();
    runner.onBuild(
        (number, settings) -> {
          configure(settings, Integer.parseInt(arguments[1]));
          if (arguments.length > 2) {
            join(settings, Integer.parseInt(arguments[2]), List.of(arguments[3].split(",")));
          }
        });
    runner.build(
        OpenSearchRunner.newConfigs()
            .clusterName("svarbar")
            .numOfNode(1)
            .basePath(arguments[0])
            .useLogger());
    Thread.currentThread().join();
  }

  private static void configure(Settings.Builder settings, int port) {
    settings
        .put("network.host", "127.0.0.1")
        .put("http.port", port)
        .put("transport.port", 0)
        .put("discovery.type", "single-node")
        // a disk that is nearly full would make a node of one refuse every write
        .put("cluster.routing.allocation.disk.threshold_enabled", false);
  }

  private static void join(Settings.Builder settings, int which, List<String> ports) {
    var names = IntStream.range(0, ports.size()).mapToObj(it -> "node-" + it).toList();
    settings
        .put("node.name", names.get(which))
        .put("transport.port", ports.get(which))
        .put("discovery.type", "zen")
        .putList("discovery.seed_hosts", ports.stream().map(it -> "127.0.0.1:" + it).toList())
        .putList("cluster.initial_cluster_manager_nodes", names);
  }
}
