package org.svarbar.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP request to somebody else's server; printing it shows no header and no body. */
public record OutboundCall(String method, URI uri, Map<String, String> headers, byte[] body) {

  private static final byte[] EMPTY = {};

  public OutboundCall {
    headers = Map.copyOf(headers);
  }

  public static OutboundCall get(URI uri) {
    return new OutboundCall("GET", uri, Map.of("Accept", "application/json"), EMPTY);
  }

  /** Sends a JSON text by this method. */
  public static OutboundCall json(String method, URI uri, String json) {
    return new OutboundCall(
        method,
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/json; charset=utf-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  public OutboundCall with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new OutboundCall(method, uri, more, body);
  }

  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
