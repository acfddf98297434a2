package org.svarbar.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  private static final String ID = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path folder;

  @Test
  void keepsWhatIsKnownOfALineAndOfAFault() throws IOException {
    var lines =
        read(
            "2026-11-23 03:00:00,123+01:00 WARN  [org.svarbar.outbox.Outbox]"
                + " (svarbar-outbox-works-1 "
                + ID
                + ") action 1: HTTP 503 Anna Ek, Storgatan 1: java.net.ConnectException anna",
            "org.svarbar.platform.OutboundFailed: GET http://anna.example: Connection refused",
            "\tat deployment.svarbar.war//org.svarbar.platform.OutboundHttp.send(OutboundHttp.java:9)",
            "\tat com.example.Anna.ek(Anna.java:1)",
            "Caused by: java.net.ConnectException: Anna said so",
            "Anna wrote this in a second line",
            "2026-11-23 03:00:00,124 INFO  [Anna Ek] (main ) HTTP 200",
            "2026-11-23 03:00:00,125 INFO  [anna.ek.Anna] (main) HTTP 200");

    assertThat(lines)
        .isEqualTo(
            "2026-11-23 03:00:00,123+01:00 WARN org.svarbar.outbox.Outbox "
                + ID
                + " HTTP 503, ConnectException\n"
                + "    at org.svarbar.platform.OutboundHttp.send(OutboundHttp.java:9)\n"
                + "    ConnectException");
  }

  @Test
  void readsJsonToo() throws IOException {
    var lines =
        read(
            "{\"timestamp\":\"2026-11-23T03:00:00.123Z\",\"loggerName\":\"org.svarbar.intake.X\","
                + "\"level\":\"INFO\",\"message\":\"HTTP 404 for Anna\",\"mdc\":{\"correlation\":\""
                + ID
                + "\",\"anna\":\"ek\"}}",
            "{\"broken");

    assertThat(lines)
        .isEqualTo("2026-11-23T03:00:00.123Z INFO org.svarbar.intake.X " + ID + " HTTP 404");
  }

  @Test
  void isEmptyWhereThereIsNoLog() {
    assertThat(LogTail.of(folder.resolve("none"))).isEmpty();
  }

  private String read(String... lines) throws IOException {
    var log = Files.write(folder.resolve("server.log"), List.of(lines));
    return String.join("\n", LogTail.of(log));
  }
}
