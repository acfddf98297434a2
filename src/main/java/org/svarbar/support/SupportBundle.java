package org.svarbar.support;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.svarbar.intake.Deliveries;
import org.svarbar.knowledge.IndexWatch;
import org.svarbar.notice.Notices;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.DueRows.Waiting;
import org.svarbar.platform.Live;
import org.svarbar.platform.Ready;
import org.svarbar.platform.Schema;
import org.svarbar.platform.WorkFilter;

/** All that may be handed on, as one file. A part that fails says so, and the others are there. */
@ApplicationScoped
public class SupportBundle {

  private static final String LOGS = "jboss.server.log.dir";

  @Inject @Readiness Ready ready;
  @Inject @Liveness Live live;
  @Inject Schema schema;
  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Notices notices;
  @Inject IndexWatch index;
  @Inject Config config;
  @Inject Clock clock;

  /**
   * A ZIP file of texts.
   *
   * @param version of the product
   * @param server the server's name and version
   */
  public byte[] zip(String version, String server) {
    var parts = new LinkedHashMap<String, Supplier<String>>();
    parts.put("versions.txt", () -> versions(version, server));
    parts.put("schema.txt", () -> String.join("\n", schema.history()));
    parts.put("health.txt", () -> health(live.call()) + health(ready.call()));
    parts.put("queues.txt", this::queues);
    parts.put("errors.txt", this::errors);
    parts.put("index.txt", () -> index.status() + "\n");
    parts.put(
        "settings.txt", () -> SettingFacts.of(it -> config.getOptionalValue(it, String.class)));
    parts.put("threads.txt", ThreadFacts::now);
    parts.put("log.txt", SupportBundle::log);
    return zipped(parts);
  }

  private String versions(String version, String server) {
    var runtime = Runtime.getRuntime();
    return String.join(
        "\n",
        "made at " + clock.instant(),
        "Svarbar " + version,
        "server " + server,
        "database " + schema.database(),
        "Java " + System.getProperty("java.vendor") + " " + Runtime.version(),
        "system " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        "processors " + runtime.availableProcessors(),
        "heap " + (runtime.totalMemory() - runtime.freeMemory()) + " of " + runtime.maxMemory(),
        "");
  }

  private static String health(HealthCheckResponse said) {
    return said.getStatus() + " " + said.getData().orElse(Map.of()) + "\n";
  }

  private String queues() {
    var now = clock.instant();
    var waiting = new LinkedHashMap<String, List<Waiting>>();
    waiting.put("deliveries", deliveries.waiting());
    waiting.put("actions", actions.waiting());
    waiting.put("notices", notices.waiting());
    var lines = new ArrayList<String>();
    waiting.forEach(
        (queue, all) ->
            all.forEach(
                it ->
                    lines.add(
                        "%s of %s: %d %s, the oldest for %d s"
                            .formatted(
                                queue,
                                it.connection(),
                                it.count(),
                                it.state(),
                                Duration.between(it.since(), now).toSeconds()))));
    return String.join("\n", lines) + "\n";
  }

  private String errors() {
    var dead = WorkFilter.ALL.in(Attempts.State.DEAD);
    var lines = new ArrayList<String>();
    deliveries
        .page(dead, 0)
        .forEach(
            it ->
                lines.add(error("delivery " + it.id() + " of " + it.connection(), it.attempts())));
    actions
        .page(dead, 0)
        .forEach(
            it ->
                lines.add(
                    error(
                        it.kind() + " " + it.id() + " of " + it.ticket().connection(),
                        it.attempts())));
    return String.join("\n", lines) + "\n";
  }

  private static String error(String what, Attempts attempts) {
    return "%s at attempt %d, %s: %s"
        .formatted(
            what,
            attempts.count(),
            attempts.finishedAt().map(Object::toString).orElse("-"),
            ErrorShape.of(attempts.lastError().orElse("")));
  }

  private static String log() {
    var folder = System.getProperty(LOGS, "");
    var lines = folder.isEmpty() ? List.<String>of() : LogTail.of(Path.of(folder, "server.log"));
    return lines.stream().collect(joining("\n", "", "\n"));
  }

  private byte[] zipped(Map<String, Supplier<String>> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(text(part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String text(Supplier<String> part) {
    try {
      return part.get();
    } catch (RuntimeException e) {
      return "could not be found out: " + e.getClass().getName() + "\n";
    }
  }
}
