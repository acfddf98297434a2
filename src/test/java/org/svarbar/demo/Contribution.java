package org.svarbar.demo;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * One message of a ticket.
 *
 * @param author `requester`, `agent` or `svarbar`
 * @param by the writer's name
 * @param text plain; of Svarbar's notes the plain form
 * @param html the same as HTML; empty where there is only text
 * @param internal whether only agents see it
 * @param createdAt ISO 8601
 */
public record Contribution(
    String id,
    String author,
    String by,
    String text,
    String html,
    boolean internal,
    String createdAt) {

  /** In the form of the generic connection. */
  JsonObjectBuilder json() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("author", author)
        .add("by", Json.createObjectBuilder().add("name", by))
        .add("body", html.isEmpty() ? text : html)
        .add("html", !html.isEmpty())
        .add("internal", internal)
        .add("createdAt", createdAt);
  }
}
