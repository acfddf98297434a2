package org.svarbar.helpdesk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A received webhook call: header names in lower case, and the body as it came over the wire.
 *
 * <p>The array is not copied; nobody writes to it.
 */
public record WebhookRequest(Map<String, List<String>> headers, byte[] body) {

  public WebhookRequest {
    var lowerCase = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) ->
            lowerCase.merge(
                name.toLowerCase(Locale.ROOT), List.copyOf(values), WebhookRequest::joined));
    headers = Map.copyOf(lowerCase);
  }

  /** The header's only value; empty when it is missing or was sent more than once. */
  public Optional<String> header(String name) {
    var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
