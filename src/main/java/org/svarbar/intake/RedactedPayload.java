package org.svarbar.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.svarbar.platform.Json;

/**
 * What a helpdesk sent, with its structure and its numbers, times and kinds of things, and without
 * what anybody wrote: of each other text only its length is shown.
 */
final class RedactedPayload {

  private static final Set<String> SAFE_NAMES =
      Set.of("type", "event", "action", "state", "status", "kind", "timestamp", "version");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,39}");
  private static final Pattern NUMBER_OR_TIME =
      Pattern.compile("[0-9]{1,6}|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(Z|[+-][0-9:]+)?");

  /** Telephone numbers have eight digits in Norway and Denmark; a date alone may be a birthday. */
  private static final int LONGEST_NUMBER = 6;

  private static final int DEEPEST = 12;

  private RedactedPayload() {}

  /** Lines of text; of what is no JSON object only how long it is. */
  static String of(byte[] body) {
    try {
      return shown("", Json.object(new String(body, UTF_8)), 0);
    } catch (Json.UnreadableJson e) {
      return "‹" + body.length + " bytes›";
    }
  }

  private static String shown(String name, JsonValue value, int depth) {
    if (depth > DEEPEST) {
      return "‹…›";
    }
    var indent = "  ".repeat(depth + 1);
    return switch (value) {
      case JsonObject object ->
          object.entrySet().stream()
              .map(
                  it ->
                      indent
                          + named(it.getKey())
                          + ": "
                          + shown(it.getKey(), it.getValue(), depth + 1))
              .collect(Collectors.joining("\n", "{\n", "\n" + indent.substring(2) + "}"));
      case JsonArray array ->
          array.stream()
              .map(it -> indent + shown(name, it, depth + 1))
              .collect(Collectors.joining("\n", "[\n", "\n" + indent.substring(2) + "]"));
      case JsonString text -> text(name, text.getString());
      case JsonNumber number -> number(number.toString());
      default -> value.toString();
    };
  }

  /** Some helpdesks have fields that people name. */
  private static String named(String name) {
    return WORD.matcher(name).matches() ? name : "‹" + name.length() + "›";
  }

  /** A long one may be a person's. */
  private static String number(String digits) {
    return digits.length() <= LONGEST_NUMBER ? digits : "‹" + digits.length() + "›";
  }

  private static String text(String name, String text) {
    var isKind = SAFE_NAMES.contains(name) && WORD.matcher(text).matches();
    return isKind || NUMBER_OR_TIME.matcher(text).matches()
        ? '"' + text + '"'
        : "‹" + text.length() + "›";
  }
}
