package org.svarbar.demo;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request with its history, oldest message first.
 *
 * @param requester the customer's name
 * @param changedAt when somebody last wrote in it, ISO 8601
 */
public record DemoTicket(
    String id,
    String subject,
    String requester,
    String changedAt,
    List<String> tags,
    List<Contribution> messages) {

  public DemoTicket {
    tags = List.copyOf(tags);
    messages = List.copyOf(messages);
  }

  DemoTicket with(Contribution message) {
    var more = new ArrayList<>(messages);
    more.add(message);
    return new DemoTicket(id, subject, requester, message.createdAt(), tags, more);
  }

  DemoTicket with(String tag) {
    var more = new ArrayList<>(tags);
    if (!more.contains(tag)) {
      more.add(tag);
    }
    return new DemoTicket(id, subject, requester, changedAt, more, messages);
  }

  Optional<Contribution> latestNote() {
    return messages.reversed().stream()
        .filter(message -> message.internal() && message.author().equals("svarbar"))
        .findFirst();
  }

  /** In the form of the generic connection. */
  JsonObjectBuilder json() {
    var written = Json.createArrayBuilder();
    messages.forEach(message -> written.add(message.json()));
    return Json.createObjectBuilder()
        .add("id", id)
        .add("subject", subject)
        .add("status", "open")
        .add("requester", Json.createObjectBuilder().add("name", requester))
        .add("messages", written);
  }
}
