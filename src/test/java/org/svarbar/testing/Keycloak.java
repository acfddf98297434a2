package org.svarbar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenID Connect provider, with one realm, reachable from this machine only. */
public final class Keycloak implements AutoCloseable {

  private static final Path UNPACKED = Path.of(System.getProperty("it.keycloak", "target"));
  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final Process process;
  private final URI realm;

  private Keycloak(Process process, URI realm) {
    this.process = process;
    this.realm = realm;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder its own
   * @param realm as Keycloak exports one
   */
  public static Keycloak start(Path folder, String realm, int port) throws IOException {
    var home = folder.resolve("keycloak");
    copy(UNPACKED, home);
    Files.createDirectories(home.resolve("data/import"));
    Files.writeString(home.resolve("data/import/house.json"), realm);
    var command =
        List.of(
            "bash",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--log=file",
            "--log-file=" + folder.resolve("keycloak.log"));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", "-Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    var base = URI.create("http://localhost:" + port + "/realms/house");
    var keycloak = new Keycloak(builder.start(), base);
    var here = Product.at(URI.create("http://127.0.0.1:" + port + "/realms/house/"));
    Eventually.within(LONGEST_START)
        .see(
            "Keycloak answers, says " + folder.resolve("keycloak.log"),
            () -> here.get(".well-known/openid-configuration"),
            answer -> answer.status() == 200);
    return keycloak;
  }

  /** The address of its realm. */
  public URI realm() {
    return realm;
  }

  /** While this goes on it takes connections and answers none. */
  public void whileItHangs(Runnable work) {
    signal("-STOP");
    try {
      work.run();
    } finally {
      signal("-CONT");
    }
  }

  private void signal(String which) {
    var command = new ArrayList<>(List.of("kill", which, Long.toString(process.pid())));
    process.descendants().forEach(each -> command.add(Long.toString(each.pid())));
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    var all = process.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      all.forEach(
          path -> {
            try {
              Files.copy(
                  path,
                  to.resolve(from.relativize(path).toString()),
                  StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
