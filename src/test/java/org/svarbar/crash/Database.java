package org.svarbar.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A database of a scenario: its name in the printed line, and how the server is told of it. */
record Database(String name, Map<String, String> environment, Closeable ending)
    implements Closeable {

  /**
   * An H2 file.
   *
   * @param writeDelay what stands in its address about the write delay; empty: H2's own default
   */
  static Database h2(Path folder, String writeDelay) {
    var url = "jdbc:h2:file:" + folder.resolve("svarbar") + writeDelay + ";DB_CLOSE_ON_EXIT=FALSE";
    return new Database("h2", Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", url), () -> {});
  }

  static Database postgresql() throws IOException {
    var server =
        EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    return new Database(
        "postgresql",
        Map.of(
            "SVARBAR_DB_DRIVER", "postgresql",
            "SVARBAR_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
            "SVARBAR_DB_USER", "postgres",
            "SVARBAR_DB_PASSWORD", "postgres"),
        server);
  }

  @Override
  public void close() throws IOException {
    ending.close();
  }
}
