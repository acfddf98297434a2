package org.svarbar.platform;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/**
 * Reads whole numbers as they are, and no others: the library's own readers leave out the bits that
 * an `int` has no room for, so that 4294967297 would be 1, and what stands behind the point. It
 * asks nobody about an `int` or `long` itself: what comes from outside is read as `Integer` or
 * `Long`.
 */
final class WholeNumbers {

  private static final int MOST_DIGITS = 19;

  private WholeNumbers() {}

  static final class Ints implements JsonbDeserializer<Integer> {

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
      var whole = whole(parser);
      return whole == null ? null : Integer.valueOf(Math.toIntExact(whole));
    }
  }

  static final class Longs implements JsonbDeserializer<Long> {

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
      return whole(parser);
    }
  }

  /** `null` for `null`. */
  private static Long whole(JsonParser parser) {
    var value = parser.getValue();
    if (value == JsonValue.NULL) {
      return null;
    }
    if (!(value instanceof JsonNumber written)) {
      throw new JsonbException("no number where one is expected");
    }
    var number = written.bigDecimalValue();
    // digits first: a number of ten characters may have a thousand million of them
    if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      throw new JsonbException("a number beyond all bounds");
    }
    return number.longValueExact();
  }
}
