package org.svarbar.platform;

import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

/**
 * One step of what follows from a webhook, as OpenTelemetry calls it.
 *
 * @param step names it within its trace; the same names the same span
 * @param parent the step that it follows from; empty: none, it is the first
 * @param name what it is, of few kinds
 * @param failed whether it is to be tried again or was given up
 * @param attributes names that we or an administrator gave; nothing that somebody wrote
 */
public record Span(
    Correlation trace,
    String step,
    String parent,
    String name,
    Instant from,
    Instant to,
    boolean failed,
    Map<String, String> attributes) {

  /** The step in which a webhook is taken: of each trace the first. */
  public static final String WEBHOOK = "webhook";

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
  private static final int INTERNAL = 1;
  private static final int ERROR = 2;

  public Span {
    attributes = Map.copyOf(attributes);
  }

  /** As OTLP 1 has it in JSON: ids in hexadecimal digits, times as texts. */
  JsonObjectBuilder json() {
    var said = Json.createArrayBuilder();
    attributes.forEach((key, value) -> said.add(attribute(key, value)));
    var json =
        Json.createObjectBuilder()
            .add("traceId", trace.id())
            .add("spanId", id(step))
            .add("name", name)
            .add("kind", INTERNAL)
            .add("startTimeUnixNano", nanos(from))
            .add("endTimeUnixNano", nanos(to))
            .add("attributes", said)
            .add("status", status());
    return parent.isEmpty() ? json : json.add("parentSpanId", id(parent));
  }

  static JsonObjectBuilder attribute(String key, String value) {
    var text = Json.createObjectBuilder().add("stringValue", value);
    return Json.createObjectBuilder().add("key", key).add("value", text);
  }

  private JsonObjectBuilder status() {
    var status = Json.createObjectBuilder();
    return failed ? status.add("code", ERROR) : status;
  }

  private String id(String of) {
    return Sha256.hex(trace.id() + "\n" + of).substring(0, 16);
  }

  private static String nanos(Instant at) {
    return BigInteger.valueOf(at.getEpochSecond())
        .multiply(NANOS)
        .add(BigInteger.valueOf(at.getNano()))
        .toString();
  }
}
