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

  /**
   * @param database what it is a copy of
   * @param shards into how many parts it is divided
   * @param replicas see {@link IndexVersions#expand}; can be changed later, and is not in the mark
   */
  static IndexDefinition of(String database, int shards, String replicas) {
    var text = resource();
    var definition = Json.object(text);
    var index =
        Json.createObjectBuilder()
            .add("number_of_shards", shards)
            .add(IndexVersions.REPLICAS, replicas);
    return new IndexDefinition(
        Json.createObjectBuilder(definition.getJsonObject("settings")).add("index", index).build(),
        definition.getJsonObject("mappings"),
        hash(text + DOCUMENTS + database + (shards == 1 ? "" : "/" + shards)));
  }

  String replicas() {
    return settings.getJsonObject("index").getString(IndexVersions.REPLICAS);
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
