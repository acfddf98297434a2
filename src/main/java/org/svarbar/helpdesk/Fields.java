package org.svarbar.helpdesk;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.platform.Json;

/**
 * One JSON object of somebody else's, read leniently: a member that is missing, blank, `null` or of
 * another type is not there.
 */
public final class Fields {

  private final JsonObject object;

  private Fields(JsonObject object) {
    this.object = object;
  }

  /**
   * @throws Json.UnreadableJson when `json` is not a JSON object
   */
  public static Fields of(String json) {
    return new Fields(Json.object(json));
  }

  /**
   * Those elements of an array that are objects.
   *
   * @throws Json.UnreadableJson when `json` is not a JSON array
   */
  public static List<Fields> list(String json) {
    return objects(Json.array(json).stream());
  }

  /** Whether there is such a member, whatever it holds. */
  public boolean has(String name) {
    return object.containsKey(name);
  }

  /** A string or a number, as text. */
  public Optional<String> text(String name) {
    return text(object.get(name));
  }

  public boolean isTrue(String name) {
    return object.get(name) == JsonValue.TRUE;
  }

  /** An ISO 8601 time with an offset; a leap second is the one before it. */
  public Optional<Instant> instant(String name) {
    try {
      return text(name)
          .map(time -> time.replace(":59:60", ":59:59"))
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public Optional<Fields> object(String name) {
    return object.get(name) instanceof JsonObject found
        ? Optional.of(new Fields(found))
        : Optional.empty();
  }

  /** Those members that are objects, whatever their names. */
  public List<Fields> members() {
    return objects(object.values().stream());
  }

  /** Those elements of the array that are objects. */
  public List<Fields> objects(String name) {
    return objects(elements(name));
  }

  /** Those elements of the array that are strings or numbers. */
  public List<String> texts(String name) {
    return elements(name).flatMap(element -> text(element).stream()).toList();
  }

  private Stream<JsonValue> elements(String name) {
    return object.get(name) instanceof List<?> array
        ? array.stream().filter(JsonValue.class::isInstance).map(JsonValue.class::cast)
        : Stream.empty();
  }

  private static List<Fields> objects(Stream<JsonValue> elements) {
    return elements
        .filter(JsonObject.class::isInstance)
        .map(element -> new Fields(element.asJsonObject()))
        .toList();
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString string -> Optional.of(string.getString()).filter(text -> !text.isBlank());
      case JsonNumber number -> Optional.of(number.toString());
      case null, default -> Optional.empty();
    };
  }
}
