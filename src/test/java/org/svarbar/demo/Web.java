package org.svarbar.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked and answered over HTTP. */
final class Web {

  private static final int LONGEST_BODY = 1_000_000;

  private Web() {}

  /** A request; `form` holds the fields of its query and of its form. */
  record Asked(
      String method,
      String path,
      Map<String, String> headers,
      Map<String, String> form,
      String body) {

    static Asked of(HttpExchange exchange) throws IOException {
      var headers = new HashMap<String, String>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      var body =
          new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
      var form = new HashMap<>(fields(exchange.getRequestURI().getRawQuery()));
      if (headers
          .getOrDefault("Content-type", "")
          .startsWith("application/x-www-form-urlencoded")) {
        form.putAll(fields(body));
      }
      return new Asked(
          exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, form, body);
    }

    /** Part of the path, counted from 0. */
    String part(int number) {
      return path.split("/")[number + 1];
    }

    String field(String name) {
      return form.getOrDefault(name, "").strip();
    }

    /** `name` with a capital and then small letters, as the server keeps it. */
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    private static Map<String, String> fields(String encoded) {
      var fields = new HashMap<String, String>();
      for (var pair : (encoded == null ? "" : encoded).split("&")) {
        var parts = pair.split("=", 2);
        if (parts.length == 2) {
          fields.put(decoded(parts[0]), decoded(parts[1]));
        }
      }
      return fields;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer html(String body) {
      return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), body);
    }

    static Answer json(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    static Answer text(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
    }

    static Answer goTo(String path) {
      return new Answer(303, Map.of("Location", URI.create(path).toString()), "");
    }

    void send(HttpExchange exchange) throws IOException {
      var headersToSend = exchange.getResponseHeaders();
      headers.forEach(headersToSend::set);
      headersToSend.set("Cache-Control", "no-store");
      headersToSend.set("X-Content-Type-Options", "nosniff");
      headersToSend.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
