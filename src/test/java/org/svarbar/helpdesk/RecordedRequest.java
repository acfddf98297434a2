package org.svarbar.helpdesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** Reads a webhook call from `src/test/resources/helpdesk/<kind>/<name>.http`, byte for byte. */
final class RecordedRequest {

  private RecordedRequest() {}

  static WebhookRequest of(String kind, String name) {
    var bytes = read("/helpdesk/" + kind + "/" + name + ".http");
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    var headers = new HashMap<String, List<String>>();
    for (var line : text.substring(0, end).split("\r\n")) {
      var colon = line.indexOf(": ");
      if (colon > 0) {
        headers
            .computeIfAbsent(line.substring(0, colon), none -> new ArrayList<>())
            .add(line.substring(colon + 2));
      }
    }
    return new WebhookRequest(headers, Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }

  private static byte[] read(String resource) {
    try (var file = RecordedRequest.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
