package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.SearchUnavailable;

/** Requests to OpenSearch in its own JSON. */
@ApplicationScoped
class SearchCalls {

  @Inject OpenSearchClient client;

  /**
   * @return what OpenSearch says; empty: there is no such index
   * @throws SearchUnavailable when it does not answer or cannot now
   * @throws IllegalStateException when it refuses the request
   */
  Optional<JsonObject> call(String method, String path, Map<String, String> query, Body body) {
    var request = Requests.create(method, path, List.of(), query, body);
    try (var response = client.generic().execute(request)) {
      return read(response);
    } catch (IOException e) {
      throw new SearchUnavailable("OpenSearch does not answer", e);
    }
  }

  Optional<JsonObject> call(String method, String path, JsonObject body) {
    return call(method, path, Map.of(), json(body));
  }

  Optional<JsonObject> call(String method, String path) {
    return call(method, path, Map.of(), null);
  }

  static Body json(JsonObject body) {
    return org.opensearch.client.opensearch.generic.Bodies.json(body);
  }

  /** One JSON object a line. */
  static Body lines(Iterable<JsonObject> objects) {
    var lines = new StringBuilder();
    objects.forEach(object -> lines.append(object).append('\n'));
    return Body.from(
        lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/x-ndjson");
  }

  private static Optional<JsonObject> read(Response response) {
    var status = response.getStatus();
    if (status == 429 || status >= 500) {
      throw new SearchUnavailable("OpenSearch answers " + status, null);
    }
    if (status == 404) {
      return Optional.empty();
    }
    var said = body(response);
    if (status >= 300) {
      throw new IllegalStateException("OpenSearch refuses: " + type(said));
    }
    return Optional.of(said);
  }

  private static JsonObject body(Response response) {
    try {
      return Json.object(response.getBody().map(Body::bodyAsString).orElse("{}"));
    } catch (UnreadableJson e) {
      throw new SearchUnavailable(
          "OpenSearch answers " + response.getStatus() + " without JSON", e);
    }
  }

  /** The kind of error; its wording may quote what was asked. */
  static String type(JsonObject said) {
    var error = said.get("error");
    return error instanceof JsonObject object ? object.getString("type", "unknown") : "unknown";
  }
}
