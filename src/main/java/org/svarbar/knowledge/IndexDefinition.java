package org.svarbar.knowledge;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.svarbar.platform.Json;
import org.svarbar.platform.Sha256;

/**
 * What the index is made as.
 *
 * @param mark changes with the definition and with the database; an index with another mark is not
 *     the copy that we need
 */
record IndexDefinition(JsonObject settings, JsonObject mappings, String mark) {

  /** Raised by hand when documents are made differently under the same definition. */
  private static final int DOCUMENTS = 1;

  static IndexDefinition forCopyOf(String database) {
    var text = resource();
    var definition = Json.object(text);
    return new IndexDefinition(
        definition.getJsonObject("settings"),
        definition.getJsonObject("mappings"),
        hash(text + DOCUMENTS + database));
  }

  /** The request's body for an index of this definition. */
  JsonObject body() {
    var marked =
        Json.createObjectBuilder(mappings)
            .add("_meta", Json.createObjectBuilder().add("mark", mark));
    return Json.createObjectBuilder().add("settings", settings).add("mappings", marked).build();
  }

  private static String resource() {
    try (var stream = IndexDefinition.class.getResourceAsStream("faq-entries.json")) {
      return new String(
          Objects.requireNonNull(stream, "faq-entries.json").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, 16);
  }
}
