package org.svarbar.crash;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A database of a scenario.
 *
 * @param name as it stands in the printed line
 * @param environment how the server is told of it
 * @param processes what can be killed of it; an H2 file dies with the server
 */
record Database(
    String name, Map<String, String> environment, List<Victim> processes, Closeable ending)
    implements Closeable {

  /**
   * An H2 file.
   *
   * @param writeDelay what stands in its address about the write delay; empty: H2's own default
   */
  static Database h2(Path folder, String writeDelay) {
    var url = "jdbc:h2:file:" + folder.resolve("svarbar") + writeDelay + ";DB_CLOSE_ON_EXIT=FALSE";
    return new Database(
        "h2", Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", url), List.of(), () -> {});
  }

  static Database postgresql(Path folder) throws IOException {
    return of(new PostgresServer(Files.createDirectories(folder)));
  }

  static Database of(PostgresServer server) {
    return new Database(
        "postgresql",
        Map.of(
            "SVARBAR_DB_DRIVER", "postgresql",
            "SVARBAR_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
            "SVARBAR_DB_USER", "postgres",
            "SVARBAR_DB_PASSWORD", "postgres"),
        List.of(server),
        server);
  }

  @Override
  public void close() throws IOException {
    ending.close();
  }
}
