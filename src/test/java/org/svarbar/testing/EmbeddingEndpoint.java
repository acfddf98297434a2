package org.svarbar.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An endpoint on this machine that speaks as OpenAI's `/v1/embeddings` does, in the reverse order
 * of what it was asked.
 */
public final class EmbeddingEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final Function<String, float[]> model;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** What it was asked. */
  public record Call(String authorization, String model, List<String> texts) {}

  public EmbeddingEndpoint(Function<String, float[]> model) {
    this.model = model;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/embeddings", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings");
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** From now on it answers with this status. */
  public void answerWith(int status) {
    this.status = status;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        var reader = Json.createReader(exchange.getRequestBody())) {
      var asked = reader.readObject();
      var texts =
          asked.getJsonArray("input").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList();
      calls.add(
          new Call(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              asked.getString("model"),
              texts));
      var body = status == 200 ? answer(texts).toString().getBytes() : new byte[] {'{', '}'};
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private JsonObject answer(List<String> texts) {
    var data = Json.createArrayBuilder();
    for (var i = texts.size() - 1; i >= 0; i--) {
      var numbers = Json.createArrayBuilder();
      for (var number : model.apply(texts.get(i))) {
        numbers.add(number);
      }
      data.add(
          Json.createObjectBuilder()
              .add("object", "embedding")
              .add("index", i)
              .add("embedding", numbers));
    }
    return Json.createObjectBuilder().add("object", "list").add("data", data).build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
