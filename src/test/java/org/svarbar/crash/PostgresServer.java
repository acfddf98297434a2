package org.svarbar.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.svarbar.testing.Eventually;

/** A real PostgreSQL server of the scenario's own, which can be killed and started again. */
public final class PostgresServer implements Victim, Closeable {

  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Path data;
  private final EmbeddedPostgres server;
  private final Path program;
  private ProcessHandle process;

  public PostgresServer(Path folder) throws IOException {
    data = folder.resolve("data");
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "400")
            // as PostgreSQL comes; the embedded one would be faster and forget
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setDataDirectory(data)
            .start();
    process = running();
    program = Path.of(process.info().command().orElseThrow());
  }

  public int port() {
    return server.getPort();
  }

  /** A connection of the scenario's own. */
  public Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public String name() {
    return "postgresql";
  }

  /** The first process; its children see that it is gone and end themselves. */
  @Override
  public void kill() {
    var all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  @Override
  public void startAgain() throws IOException {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it does not know
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            program.toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port()),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "max_connections=400"));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(data.resolveSibling("postgresql.log").toFile()))
        .start();
    Eventually.within(LONGEST_START)
        .see(
            "PostgreSQL takes connections again",
            () -> {
              try (var connection = connect()) {
                return connection.isValid(1);
              } catch (SQLException e) {
                throw new IOException(e);
              }
            },
            isValid -> isValid);
    process = running();
  }

  private ProcessHandle running() throws IOException {
    var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    kill();
    server.close();
  }
}
