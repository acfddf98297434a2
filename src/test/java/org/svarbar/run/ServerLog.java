package org.svarbar.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes what a server says into a file, and shows what a person should see at once. */
final class ServerLog {

  private static final Pattern ALARMING =
      Pattern.compile("\\bERROR\\b|\\bFATAL\\b|\\bWARN\\b.*\\[org\\.svarbar");
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  private ServerLog() {}

  static void keep(Process server, Path file) {
    Thread.ofPlatform().daemon().name("server-log").start(() -> copy(server, file));
  }

  private static void copy(Process server, Path file) {
    try (var lines = server.inputReader(StandardCharsets.UTF_8);
        var log = Files.newBufferedWriter(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var plain = COLOUR.matcher(line).replaceAll("");
        log.write(plain);
        log.newLine();
        log.flush();
        if (ALARMING.matcher(plain).find()) {
          System.out.println("        " + plain);
        }
      }
    } catch (IOException e) {
      System.err.println("the server's log ended: " + e.getMessage());
    }
  }
}
