package org.svarbar.testing;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The product under test, as a program sees it over HTTP. Immutable and thread-safe. */
public final class Product {

  /** The administrator that the servers of the tests are started with (`arquillian.xml`). */
  public static final String ADMIN = "admin";

  public static final String ADMIN_PASSWORD = "administratör-i-testerna";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI base;
  private final Optional<String> authorization;

  private Product(URI base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** The server of the tests, called by its administrator. */
  public static Product underTest() {
    var port = Integer.getInteger("it.http.port");
    return at(URI.create("http://127.0.0.1:" + port + "/svarbar/")).as(ADMIN, ADMIN_PASSWORD);
  }

  /** A server somewhere, called by nobody in particular; `base` ends with a slash. */
  public static Product at(URI base) {
    return new Product(base, Optional.empty());
  }

  /** The same server, called by somebody who logs in with HTTP Basic. */
  public Product as(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Product(base, Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /** The same server, called by somebody who does not log in. */
  public Product anonymously() {
    return new Product(base, Optional.empty());
  }

  /** An address of the product; `path` without a leading slash. */
  public URI at(String path) {
    return base.resolve(path);
  }

  public Answer get(String path) {
    return send("GET", path, Map.of("Accept", "application/json"), BodyPublishers.noBody());
  }

  /** Asks for a page as a browser does that prefers this language. */
  public Answer page(String path, String language) {
    var headers = Map.of("Accept", "text/html", "Accept-Language", language);
    return send("GET", path, headers, BodyPublishers.noBody());
  }

  /** Sends JSON, such as a {@link jakarta.json.JsonObject} as text. */
  public Answer post(String path, String json) {
    return sendJson("POST", path, json);
  }

  public Answer put(String path, String json) {
    return sendJson("PUT", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, Map.of("Accept", "application/json"), BodyPublishers.noBody());
  }

  /** Delivers a webhook, without logging in, with exactly these headers and bytes. */
  public Answer webhook(String connection, byte[] body, Map<String, String> headers) {
    var bytes = BodyPublishers.ofByteArray(body);
    return anonymously().send("POST", "webhooks/" + connection, headers, bytes);
  }

  /** Sends a request as it is given. */
  public Answer send(String method, String path, Map<String, String> headers, BodyPublisher body) {
    var request = HttpRequest.newBuilder(at(path)).method(method, body);
    request.timeout(Duration.ofSeconds(30));
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    headers.forEach(request::setHeader);
    try {
      return new Answer(
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + at(path), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + at(path), e);
    }
  }

  private Answer sendJson(String method, String path, String json) {
    var headers = Map.of("Content-Type", "application/json", "Accept", "application/json");
    return send(method, path, headers, BodyPublishers.ofString(json));
  }

  /** What came back; prints itself in full, for the assertions. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The body as a JSON object or array; fails when it is neither. */
    public JsonStructure json() {
      try (var reader = Json.createReader(new StringReader(body()))) {
        return reader.read();
      }
    }

    @Override
    public String toString() {
      return status() + " " + response.headers().map() + "\n" + body();
    }
  }
}
