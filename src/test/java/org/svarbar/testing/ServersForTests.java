package org.svarbar.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the server under test needs, once, before Arquillian starts the server: OpenSearch,
 * and PostgreSQL where the tests run on it. Only failsafe asks for that, by the system property
 * `svarbar.it`.
 */
public final class ServersForTests implements LauncherSessionListener {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("svarbar.it")) {
      return;
    }
    var folder = Path.of(System.getProperty("it.folder"));
    try {
      clear(folder);
      Files.createDirectories(folder);
      started.push(
          OpenSearchNode.start(
              folder.resolve("opensearch"),
              folder.resolve("opensearch.log"),
              Integer.getInteger("it.opensearch.port")));
      if ("postgresql".equals(System.getenv("SVARBAR_DB_DRIVER"))) {
        started.push(
            EmbeddedPostgres.builder()
                .setPort(Integer.getInteger("it.postgresql.port"))
                .setDataDirectory(folder.resolve("postgresql"))
                .start());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a server of the tests does not stop", e);
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
