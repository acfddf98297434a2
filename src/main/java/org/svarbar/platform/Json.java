package org.svarbar.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;

/**
 * Reads and writes JSON. Records are read by their components' names; what they do not name is
 * ignored.
 */
public final class Json {

  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig().withDeserializers(new WholeNumbers.Ints(), new WholeNumbers.Longs()));

  /** Kept, because looking for it takes longer than what it is asked for. */
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  public static JsonObjectBuilder createObjectBuilder() {
    return PROVIDER.createObjectBuilder();
  }

  public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
    return PROVIDER.createObjectBuilder(object);
  }

  public static JsonArrayBuilder createArrayBuilder() {
    return PROVIDER.createArrayBuilder();
  }

  public static JsonArrayBuilder createArrayBuilder(Collection<?> values) {
    return PROVIDER.createArrayBuilder(values);
  }

  public static JsonReader createReader(Reader text) {
    return PROVIDER.createReader(text);
  }

  public static String write(Object value) {
    return JSONB.toJson(value);
  }

  /**
   * @throws UnreadableJson when `text` is not JSON or not of this shape
   */
  public static <T> T read(String text, Class<T> as) {
    try {
      var value = JSONB.fromJson(text, as);
      if (value == null) {
        throw new UnreadableJson("nothing there, where " + as.getSimpleName() + " is expected");
      }
      return value;
    } catch (JsonbException | JsonException | IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableJson("not the JSON of " + as.getSimpleName(), e);
    }
  }

  /**
   * @throws UnreadableJson when `text` is not a JSON object
   */
  public static JsonObject object(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      // not only what is no JSON: what is too deep or too long for the parser as well
      throw new UnreadableJson("not a JSON object", e);
    }
  }

  /**
   * @throws UnreadableJson when `text` is not a JSON array
   */
  public static JsonArray array(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readArray();
    } catch (RuntimeException e) {
      throw new UnreadableJson("not a JSON array", e);
    }
  }

  /** Text that is not the JSON that was expected; the message quotes none of it. */
  public static final class UnreadableJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableJson(String what) {
      super(what);
    }

    UnreadableJson(String what, Throwable cause) {
      super(what, cause);
    }
  }
}
