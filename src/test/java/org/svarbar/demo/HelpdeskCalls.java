package org.svarbar.demo;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.svarbar.demo.Web.Answer;
import org.svarbar.demo.Web.Asked;

/** The calls that Svarbar makes, below `/api`: the second half of `docs/helpdesks/generic.md`. */
final class HelpdeskCalls {

  private final Inbox inbox;
  private final String token;

  HelpdeskCalls(Inbox inbox, String token) {
    this.inbox = inbox;
    this.token = token;
  }

  Answer answer(Asked asked) {
    if (!isOurs(asked.header("Authorization").orElse(""))) {
      return Answer.json(401, "{}");
    }
    var call = asked.method() + " " + asked.path().replaceFirst("/tickets/[^/]+", "/tickets/ID");
    return switch (call) {
      case "GET /api/ping" -> Answer.json(200, "{\"account\":\"svarbar\",\"version\":\"demo\"}");
      case "GET /api/tickets" -> changedSince(asked);
      case "GET /api/tickets/ID" -> ticket(asked);
      case "POST /api/tickets/ID/notes" -> message(asked, true);
      case "POST /api/tickets/ID/replies" -> message(asked, false);
      case "POST /api/tickets/ID/tags" -> tag(asked);
      default -> Answer.json(501, "{}");
    };
  }

  private boolean isOurs(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private Answer ticket(Asked asked) {
    return inbox
        .find(asked.part(2))
        .map(ticket -> Answer.json(200, ticket.json().build().toString()))
        .orElseGet(() -> Answer.json(404, "{}"));
  }

  private Answer changedSince(Asked asked) {
    Instant since;
    try {
      since = OffsetDateTime.parse(asked.field("changedSince")).toInstant();
    } catch (DateTimeException e) {
      return Answer.json(400, "{}");
    }
    var ids = Json.createArrayBuilder();
    inbox.all().stream()
        .filter(ticket -> !Instant.parse(ticket.changedAt()).isBefore(since))
        .sorted(Comparator.comparing(DemoTicket::changedAt))
        .forEach(
            ticket ->
                ids.add(
                    Json.createObjectBuilder()
                        .add("id", ticket.id())
                        .add("changedAt", ticket.changedAt())));
    return Answer.json(200, Json.createObjectBuilder().add("tickets", ids).build().toString());
  }

  private Answer message(Asked asked, boolean internal) {
    var given = org.svarbar.platform.Json.object(asked.body());
    var id =
        inbox.writeOnce(
            asked.part(2),
            given.getString("key"),
            given.getString("text"),
            given.getString("html"),
            internal);
    return Answer.json(201, Json.createObjectBuilder().add("id", id).build().toString());
  }

  private Answer tag(Asked asked) {
    var given = org.svarbar.platform.Json.object(asked.body());
    return inbox
        .tag(asked.part(2), given.getString("tag"))
        .map(ticket -> Answer.json(200, "{}"))
        .orElseGet(() -> Answer.json(404, "{}"));
  }
}
