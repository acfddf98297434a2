package org.svarbar.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.svarbar.demo.DemoHelpdesk;
import org.svarbar.run.Layout.Refused;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;

/** Starts everything, says where it is, and stays until it is stopped. */
final class Run {

  private final Layout layout;
  private final Keepsakes keepsakes;
  private final Progress progress = new Progress();
  private final Children children = new Children();
  private final Path logs;

  /**
   * Exists from the moment when the sample knowledge is in, and with it the first start is over.
   */
  private final Path furnished;

  private Run(Layout layout) {
    this.layout = layout;
    this.keepsakes = new Keepsakes(layout.data());
    this.logs = layout.data().resolve("log");
    this.furnished = layout.data().resolve("furnished");
  }

  public static void main(String[] arguments) throws Exception {
    Ending.forgetFormer();
    try {
      new Run(Layout.of(arguments)).start();
    } catch (Refused | AssertionError | IllegalStateException e) {
      throw Ending.because(e.getMessage());
    } catch (CompletionException e) {
      throw Ending.because(e.getCause().getMessage());
    }
    Thread.currentThread().join();
  }

  private void start() throws Exception {
    Files.createDirectories(logs);
    lock();
    layout.refuseTakenPorts();
    children.endWithThisProcess();
    var isNew = !Files.exists(furnished);
    progress.say(
        (isNew ? "Starting; data will be kept in " : "Starting with the data in ") + layout.data());
    var password = isNew ? Optional.of(keepsakes.newPassword()) : Optional.<String>empty();
    startHelpdesk();
    var openSearch = CompletableFuture.runAsync(this::startOpenSearch);
    startServer(password);
    openSearch.join();
    awaitReady();
    if (password.isPresent()) {
      furnish(password.get());
    }
    welcome(password);
  }

  private void lock() throws IOException {
    // stays open, and so locked, as long as this process lives
    var channel =
        FileChannel.open(
            layout.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
    } catch (OverlappingFileLockException e) {
      throw new Refused(
          "Another run uses the folder "
              + layout.data()
              + ". Stop it, or choose another folder with -Ddata=<folder>.");
    }
  }

  private void startHelpdesk() throws IOException {
    var log = logs.resolve("helpdesk.log");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            DemoHelpdesk.class.getName(),
            Integer.toString(layout.helpdesk()),
            layout.data().resolve("inbox.json").toString(),
            webhook().toString());
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "CLASSPATH", System.getProperty("java.class.path"),
                "DEMO_SECRET", keepsakes.webhookSecret(),
                "DEMO_TOKEN", keepsakes.helpdeskToken()));
    children.add("The demo helpdesk", builder.start().toHandle(), log);
  }

  private void startOpenSearch() {
    try {
      var log = logs.resolve("opensearch.log");
      var node =
          OpenSearchNode.start(layout.data().resolve("opensearch"), log, layout.openSearch());
      children.add("OpenSearch", node.process(), log);
      progress.say("OpenSearch answers at " + node.uri());
    } catch (IOException e) {
      throw new IllegalStateException("OpenSearch cannot be started: " + e.getMessage(), e);
    }
  }

  private void startServer(Optional<String> password) throws IOException {
    var log = logs.resolve("wildfly.log");
    var server = new WildFly(layout).start(settings(password));
    ServerLog.keep(server, log);
    children.add("WildFly", server.toHandle(), log);
    progress.say("WildFly, OpenSearch and the demo helpdesk are starting");
  }

  private Map<String, String> settings(Optional<String> password) throws IOException {
    var settings = new TreeMap<String, String>();
    settings.put("svarbar.secret-key", keepsakes.secretKey());
    settings.put("svarbar.public-url", layout.product().toString());
    settings.put("svarbar.opensearch.url", "http://127.0.0.1:" + layout.openSearch());
    settings.put("svarbar.outbound.allowed", allowed());
    settings.put("svarbar.connections.demo.kind", "generic");
    settings.put("svarbar.connections.demo.name", "Demo helpdesk");
    settings.put("svarbar.connections.demo.base-url", layout.helpdeskUri() + "/api");
    settings.put("svarbar.connections.demo.secret", keepsakes.webhookSecret());
    settings.put("svarbar.connections.demo.credential", keepsakes.helpdeskToken());
    settings.put("svarbar.connections.demo.note-language", "sv");
    settings.put("svarbar.connections.demo.mode", "note");
    // a first start that was interrupted may have left a user whose password nobody has seen
    password.ifPresent(
        given ->
            settings.put(
                "svarbar.console." + (hasDatabase() ? "new" : "first") + "-password", given));
    return settings;
  }

  /** The demo's helpdesk, and what the environment names besides: one's own to try. */
  private String allowed() {
    var more = System.getenv().getOrDefault("SVARBAR_OUTBOUND_ALLOWED", "");
    return layout.helpdeskUri() + (more.isBlank() ? "" : "," + more);
  }

  private boolean hasDatabase() {
    return Files.exists(layout.data().resolve("database/svarbar.mv.db"));
  }

  private void awaitReady() {
    var management = Product.at(URI.create("http://127.0.0.1:" + layout.management() + "/"));
    Eventually.within(Duration.ofMinutes(3))
        .see(
            "WildFly is ready (its log: " + logs.resolve("wildfly.log") + ")",
            () -> management.get("health/ready").status(),
            status -> status == 200);
    progress.say("WildFly is ready with Svarbar at " + layout.product());
  }

  private void furnish(String password) throws IOException {
    var product = Product.at(URI.create(layout.product() + "/")).as(Product.ADMIN, password);
    var entries = new DemoKnowledge(product).load();
    Files.createFile(furnished);
    progress.say(entries + " sample FAQ entries can be found");
  }

  private URI webhook() {
    return URI.create(layout.product() + "/webhooks/demo");
  }

  private void welcome(Optional<String> password) throws IOException {
    var secret = keepsakes.webhookSecret();
    System.out.printf(
        """

        Console        %s/console
          user         %s
          password     %s
        Demo helpdesk  %s/
        Webhook        %s
          secret       %s
        Logs           %s

        A ticket as a helpdesk sends it, and the note that comes back (bash, as often as you like):

        %s

        Ctrl-C stops everything.
        READY %s/console
        """,
        layout.product(),
        Product.ADMIN,
        password
            .map(made -> made + "   (shown only now: kept only as a digest)")
            .orElse(
                "as before; to set a new one, stop, and start once with the environment variable"
                    + " SVARBAR_CONSOLE_NEW_PASSWORD"),
        layout.helpdeskUri(),
        webhook(),
        secret,
        logs,
        new SampleCall(webhook(), secret, layout.helpdeskUri()),
        layout.product());
  }
}
