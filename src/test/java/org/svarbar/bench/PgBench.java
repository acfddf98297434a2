package org.svarbar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.svarbar.crash.PostgresServer;

/** PostgreSQL's own load program, inserting what a webhook leaves in the database. */
record PgBench(PostgresServer server, Path script, String headers, String body) {

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final String INSERT =
      """
      insert into as_deliveries (connection_id, content_key, headers, body, received_at,
        state, attempts, due_at, open_since)
      values ('t-12345678', md5(random()::text) || md5(random()::text), :headers, :body::bytea,
        now(), 'OPEN', 0, now(), now());
      """;

  /** Takes the row of some webhook that was received before. */
  static PgBench prepare(PostgresServer server, Path folder) throws IOException, SQLException {
    var script = folder.resolve("insert.sql");
    Files.writeString(script, INSERT.replace('\n', ' ') + "\n");
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table as_deliveries (like deliveries including all)");
      var row =
          statement.executeQuery(
              "select headers, '\\x' || encode(body, 'hex') from deliveries limit 1");
      row.next();
      return new PgBench(server, script, row.getString(1), row.getString(2));
    }
  }

  /**
   * @throws IOException when the program is not there or ends with an error
   */
  double insertsPerSecond(int clients, Duration time) throws IOException, InterruptedException {
    var command =
        List.of(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-h",
            "127.0.0.1",
            "-U",
            "postgres",
            "-p",
            Integer.toString(server.port()),
            "-c",
            Integer.toString(clients),
            "-j",
            "2",
            "-T",
            Long.toString(time.toSeconds()),
            "-D",
            "headers=" + headers,
            "-D",
            "body=" + body,
            "-f",
            script.toString(),
            "postgres");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IOException(said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
