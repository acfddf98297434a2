package org.svarbar.knowledge;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.svarbar.platform.Json;

/** Reads entries from a JSON array of objects. */
final class JsonForms {

  private static final List<String> TEXTS =
      List.of("key", "language", "visibility", "group", "answer", "format", "url", "reviewOn");

  private JsonForms() {}

  static List<FoundForm> read(byte[] file) {
    var text = Utf8.text(file).orElseThrow(() -> new UnreadableImport("not-utf-8"));
    var array = array(text);
    var found = new ArrayList<FoundForm>();
    for (var i = 0; i < array.size(); i++) {
      found.add(found(String.valueOf(i + 1), array.get(i)));
    }
    return found;
  }

  private static JsonArray array(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readArray();
    } catch (JsonException | IllegalStateException | ClassCastException e) {
      throw new UnreadableImport("json-no-array");
    }
  }

  private static FoundForm found(String place, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return FoundForm.unusable(place, Reason.of("json-no-object"));
    }
    for (var name : TEXTS) {
      if (text(object, name).isEmpty()) {
        return FoundForm.unusable(place, Reason.of("json-no-text", name));
      }
    }
    return questions(object)
        .map(questions -> FoundForm.of(place, form(object, questions)))
        .orElseGet(() -> FoundForm.unusable(place, Reason.of("json-no-text", "questions")));
  }

  private static EntryForm form(JsonObject object, List<String> questions) {
    return new EntryForm(
        text(object, "key").orElseThrow(),
        text(object, "language").orElseThrow(),
        text(object, "visibility").orElseThrow(),
        text(object, "group").orElseThrow(),
        questions,
        text(object, "answer").orElseThrow(),
        text(object, "format").orElseThrow(),
        text(object, "url").orElseThrow(),
        text(object, "reviewOn").orElseThrow());
  }

  /** `""` where it was left out or is `null`; empty: something else than a text. */
  private static Optional<String> text(JsonObject object, String name) {
    return switch (object.getOrDefault(name, JsonValue.NULL)) {
      case JsonString string -> Optional.of(string.getString());
      case JsonValue value when value.equals(JsonValue.NULL) -> Optional.of("");
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> questions(JsonObject object) {
    var value = object.getOrDefault("questions", JsonValue.EMPTY_JSON_ARRAY);
    return value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)
        ? Optional.of(
            array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList())
        : Optional.empty();
  }
}
