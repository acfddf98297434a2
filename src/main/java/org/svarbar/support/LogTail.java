package org.svarbar.support;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.svarbar.platform.Json;

/**
 * The end of the server's log, as far as it may be handed on: of each line its time, level, logger,
 * correlation and the known words of its message; of each fault its types and our own places.
 */
final class LogTail {

  private static final long MOST_BYTES = 1_000_000;
  private static final int MOST_LINES = 2000;

  /** The form that `wildfly-config/40-logging.cli` sets, and the server's own. */
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}(?:Z|[+-]\\d\\d:\\d\\d)?)"
              + " ([A-Z]{4,7}) +\\[([\\w.$]{1,150})]"
              + " \\([^()]{0,200}?(?: ([0-9a-f]{32})?)?\\) (.*)");

  private static final String OURS = "(?:org\\.svarbar|org\\.wildfly|org\\.jboss|org\\.hibernate)";
  private static final Pattern LOGGER = Pattern.compile(OURS + "(?:\\.[\\w$]{1,60}){0,8}");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s+at .*?(org\\.svarbar(?:\\.[\\w$]{1,60}){2,6})\\((\\w{1,60}\\.java:\\d+)\\)");

  private LogTail() {}

  /**
   * @param log the file; where it is not there, or has another form, there are no lines
   */
  static List<String> of(Path log) {
    var kept = new ArrayList<String>();
    for (var line : end(log).split("\\R")) {
      (line.startsWith("{") ? ofJson(line) : ofText(line)).ifPresent(kept::add);
    }
    return kept.size() <= MOST_LINES ? kept : kept.subList(kept.size() - MOST_LINES, kept.size());
  }

  private static Optional<String> ofText(String line) {
    var head = LINE.matcher(line);
    if (head.matches()) {
      var correlation = Optional.ofNullable(head.group(4)).orElse("-");
      return head(head.group(1), head.group(2), head.group(3), correlation, head.group(5));
    }
    var place = PLACE.matcher(line);
    if (place.matches()) {
      return Optional.of("    at " + place.group(1) + "(" + place.group(2) + ")");
    }
    return line.contains("Exception") || line.contains("Error")
        ? Optional.of(ErrorShape.of(line)).filter(it -> !it.isEmpty()).map(it -> "    " + it)
        : Optional.empty();
  }

  private static Optional<String> ofJson(String line) {
    try {
      var said = Json.object(line);
      var time = said.getString("timestamp", "").replaceAll("[^0-9TZ:.+-]", "");
      var level = said.getString("level", "").replaceAll("[^A-Z]", "");
      var mdc = Optional.ofNullable(said.getJsonObject("mdc"));
      return head(
          time,
          level,
          said.getString("loggerName", ""),
          mdc.map(LogTail::correlation).orElse("-"),
          said.getString("message", "") + " " + said.getString("stackTrace", ""));
    } catch (Json.UnreadableJson | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static String correlation(JsonObject mdc) {
    var given = mdc.getString("correlation", "-");
    return given.matches("[0-9a-f]{32}") ? given : "-";
  }

  private static Optional<String> head(
      String time, String level, String logger, String correlation, String message) {
    return LOGGER.matcher(logger).matches()
        ? Optional.of(
            String.join(" ", time, level, logger, correlation, ErrorShape.of(message)).strip())
        : Optional.empty();
  }

  private static String end(Path log) {
    if (!Files.isRegularFile(log)) {
      return "";
    }
    try (var file = FileChannel.open(log)) {
      var from = Math.max(0, file.size() - MOST_BYTES);
      var bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, file.size()));
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // until its end, which moves
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
