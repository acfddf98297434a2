package org.svarbar.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.svarbar.platform.Json;

/** A customer's mail to try Svarbar with; `from` is a name with an address in angle brackets. */
public record SampleMail(String id, String language, String subject, String body, String from) {

  /** What the file holds, wrapped because JSON-B reads no bare list of records. */
  public record All(List<SampleMail> mails) {}

  String name() {
    return from.replaceFirst("\\s*<.*", "");
  }

  static List<SampleMail> all() throws IOException {
    try (var file = SampleMail.class.getResourceAsStream("/demo/mails.json")) {
      var array = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read("{\"mails\":" + array + "}", All.class).mails();
    }
  }
}
