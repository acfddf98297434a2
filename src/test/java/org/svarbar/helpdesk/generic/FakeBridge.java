package org.svarbar.helpdesk.generic;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.helpdesk.FakeDesk;
import org.svarbar.helpdesk.FakeTicket;
import org.svarbar.helpdesk.Fields;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Person;

/** A receiver that keeps to `docs/helpdesks/generic.md`, with two tickets on a page. */
class FakeBridge extends FakeDesk {

  private static final int PAGE = 2;

  private final Map<String, String> opened = new ConcurrentHashMap<>();
  private final Map<String, Reply> answered = new ConcurrentHashMap<>();

  @Override
  public String credential() {
    return "the-credential-of-the-tests";
  }

  @Override
  public URI base() {
    return URI.create(super.base() + "/svarbar");
  }

  @Override
  protected boolean isLetIn(Received request) {
    return ("Bearer " + credential()).equals(request.headers().get("authorization"));
  }

  @Override
  protected Reply answer(Received request) {
    var path = request.path().substring("/svarbar/".length());
    if (path.equals("ping")) {
      return Reply.json("{\"account\": \"" + account() + "\", \"version\": \"1.4\"}");
    }
    if (path.equals("tickets")) {
      return request.method().equals("POST") ? open(request) : listed(query(request));
    }
    var parts = path.split("/");
    return ticket(parts[1])
        .map(ticket -> parts.length == 2 ? ticket(ticket) : once(request, ticket, parts))
        .orElseGet(() -> Reply.status(404));
  }

  private Reply open(Received request) {
    var body = Fields.of(request.body());
    var to = body.object("requester").flatMap(it -> it.text("email"));
    if (!to.equals(java.util.Optional.of(REQUESTER.email()))) {
      return Reply.status(400);
    }
    var id =
        opened.computeIfAbsent(
            body.text("key").orElseThrow(),
            key ->
                openFor(
                    REQUESTER,
                    body.text("subject").orElseThrow(),
                    body.text("group").orElseThrow(),
                    body.text("text").orElseThrow()));
    return Reply.json(201, "{\"id\": " + id + ", \"number\": \"22" + id + "\"}");
  }

  private Reply listed(Map<String, String> query) {
    if (!query.containsKey("key")) {
      return changed(query);
    }
    var key = query.get("key");
    var id = opened.get(key);
    var found = "{\"id\": " + id + ", \"number\": \"22" + id + "\", \"key\": \"" + key + "\"}";
    return Reply.json("{\"tickets\": [" + (id == null ? "" : found) + "]}");
  }

  private Reply changed(Map<String, String> query) {
    var all = changedSince(Instant.parse(query.get("changedSince")));
    var from = Integer.parseInt(query.getOrDefault("after", "0"));
    var tickets = Json.createArrayBuilder();
    all.stream()
        .skip(from)
        .limit(PAGE)
        .forEach(
            ticket ->
                tickets.add(
                    Json.createObjectBuilder()
                        .add("id", ticket.id())
                        .add("changedAt", ticket.changedAt().toString())));
    var page = Json.createObjectBuilder().add("tickets", tickets);
    if (from + PAGE < all.size()) {
      page.add("next", String.valueOf(from + PAGE));
    }
    return Reply.json(page.build().toString());
  }

  private static Map<String, String> query(Received request) {
    return Stream.of(request.uri().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static Reply ticket(FakeTicket ticket) {
    JsonArrayBuilder messages = Json.createArrayBuilder();
    ticket.messages().forEach(message -> messages.add(message(message)));
    return Reply.json(
        Json.createObjectBuilder()
            .add("id", Integer.parseInt(ticket.id()))
            .add("subject", ticket.subject())
            .add("group", ticket.group())
            .add("url", "https://helpdesk.example.org/tickets/" + ticket.id())
            .add("language", "sv-SE")
            .add("requester", person(REQUESTER))
            .add("messages", messages)
            .build()
            .toString());
  }

  private static JsonObjectBuilder message(Message message) {
    var author =
        message.author() == Message.Author.SVARBAR ? Message.Author.AGENT : message.author();
    return Json.createObjectBuilder()
        .add("id", message.id())
        .add("author", author.name().toLowerCase(Locale.ROOT))
        .add("by", person(message.by()))
        .add("body", message.body())
        .add("html", message.html())
        .add("internal", message.internal())
        .add("createdAt", message.createdAt().toString());
  }

  private static JsonObjectBuilder person(Person person) {
    return Json.createObjectBuilder()
        .add("id", person.id())
        .add("name", person.name())
        .add("email", person.email());
  }

  /** What was done with this key before is answered as it was, and not done again. */
  private Reply once(Received request, FakeTicket ticket, String... parts) {
    var body = Fields.of(request.body());
    var key = request.headers().getOrDefault("idempotency-key", "");
    if (!body.text("key").orElse("").equals(key)) {
      return Reply.status(400);
    }
    Supplier<Reply> done = () -> write(request.method() + " " + parts[2], ticket, body, parts);
    return answered.computeIfAbsent(request.path() + key, none -> done.get());
  }

  private Reply write(String what, FakeTicket ticket, Fields body, String... parts) {
    var html = body.text("html").orElse("");
    switch (what) {
      case "POST notes", "POST replies" -> {
        var internal = what.endsWith("notes");
        if (body.isTrue("internal") != internal || !body.has("text")) {
          return Reply.status(400);
        }
        var id = write(ticket.id(), Message.Author.SVARBAR, internal, true, html);
        return Reply.json(201, "{\"id\": " + id + "}");
      }
      case "PUT draft" -> {
        if (ticket.draft().isPresent()) {
          return Reply.status(409);
        }
        ticket.draft(html);
      }
      case "POST tags" -> ticket.tag(body.text("tag").orElseThrow());
      case "PUT fields" -> ticket.set(parts[3], body.text("value").orElseThrow());
      default -> {
        return Reply.status(404);
      }
    }
    return Reply.status(204);
  }
}
