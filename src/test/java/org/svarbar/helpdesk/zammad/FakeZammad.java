package org.svarbar.helpdesk.zammad;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.helpdesk.FakeDesk;
import org.svarbar.helpdesk.FakeTicket;
import org.svarbar.helpdesk.Fields;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;

/**
 * Behaves like Zammad's REST API for the calls that we make, as its documentation and its
 * controllers have it.
 */
class FakeZammad extends FakeDesk {

  private static final Pattern SINCE = Pattern.compile("updated_at:\\[\"([^\"]+)\" TO \\*]");
  private static final Set<String> FIELDS = Set.of("svarbar");
  private static final String NOT_FOUND = "{\"error\": \"Couldn't find Ticket\"}";

  private final Set<String> merged = ConcurrentHashMap.newKeySet();

  /** As an agent does it: the articles are the other ticket's now, and nothing is left but it. */
  void merge(String from, String into) {
    ticket(from).orElseThrow().moveMessagesTo(ticket(into).orElseThrow());
    merged.add(from);
  }

  @Override
  public String credential() {
    return "the-token-of-the-tests";
  }

  @Override
  protected boolean isLetIn(Received request) {
    return ("Token token=" + credential()).equals(request.headers().get("authorization"));
  }

  @Override
  protected Reply answer(Received request) {
    var path = request.path().substring("/api/v1/".length());
    var parts = path.split("/");
    return switch (request.method() + " " + parts[0] + "/" + (parts.length > 1 ? parts[1] : "")) {
      case "GET users/me" -> user(SVARBAR);
      case "GET users/8" -> user(REQUESTER);
      case "GET tickets/search" -> search(query(request));
      case "GET ticket_articles/by_ticket" -> articles(parts[2]);
      case "GET users/search" -> usersLike(query(request).get("query"));
      case "GET ticket_customer/" -> ticketsOf(query(request).get("customer_id"));
      case "POST tickets/" -> open(Fields.of(request.body()));
      case "POST ticket_articles/" -> addArticle(Fields.of(request.body()));
      case "POST tags/add" -> addTag(Fields.of(request.body()));
      default -> parts[0].equals("tickets") ? ofTicket(request, parts) : Reply.json(404, NOT_FOUND);
    };
  }

  private Reply ofTicket(Received request, String... parts) {
    var found = ticket(parts[1]);
    if (found.isEmpty()) {
      return Reply.json(404, NOT_FOUND);
    }
    var ticket = found.get();
    var what = request.method() + (parts.length > 2 ? " " + parts[2] : "");
    return switch (what) {
      case "GET" -> Reply.json(ticket(ticket).build().toString());
      case "PUT" -> update(ticket, Fields.of(request.body()));
      case "GET shared_draft" -> Reply.json(draft(ticket));
      case "PUT shared_draft" -> saveDraft(ticket, Fields.of(request.body()));
      default -> Reply.json(404, NOT_FOUND);
    };
  }

  private static Reply user(Person person) {
    var name = person.name().split(" ");
    return Reply.json(
        Json.createObjectBuilder()
            .add("id", Integer.parseInt(person.id()))
            .add("login", person.email())
            .add("email", person.email())
            .add("firstname", name[0])
            .add("lastname", name.length > 1 ? name[1] : "")
            .build()
            .toString());
  }

  /** In the form of `expand=true`: names beside the ids. */
  private JsonObjectBuilder ticket(FakeTicket ticket) {
    var answer =
        Json.createObjectBuilder()
            .add("id", Integer.parseInt(ticket.id()))
            .add("number", "22" + ticket.id())
            .add("title", ticket.subject())
            .add("group_id", 3)
            .add("group", ticket.group())
            .add("state", merged.contains(ticket.id()) ? "merged" : "open")
            .add("customer_id", Integer.parseInt(REQUESTER.id()))
            .add("customer", REQUESTER.email())
            .add("updated_at", ticket.changedAt().toString());
    FIELDS.forEach(field -> answer.add(field, ticket.fields().getOrDefault(field, "")));
    return answer;
  }

  private static Reply usersLike(String words) {
    var isThere = words.equals(REQUESTER.email());
    return Reply.json(isThere ? "[" + user(REQUESTER).body() + "]" : "[]");
  }

  private Reply ticketsOf(String customer) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    changedSince(START).forEach(it -> ids.add(Integer.parseInt(it.id())));
    return Reply.json(
        Json.createObjectBuilder()
            .add(
                "ticket_ids_open",
                customer.equals(REQUESTER.id()) ? ids : Json.createArrayBuilder())
            .add("ticket_ids_closed", Json.createArrayBuilder())
            .build()
            .toString());
  }

  private Reply open(Fields ticket) {
    var article = ticket.object("article").orElseThrow();
    if (!ticket.text("customer_id").equals(java.util.Optional.of("guess:" + REQUESTER.email()))
        || !article.text("sender").equals(java.util.Optional.of("Customer"))
        || article.isTrue("internal")) {
      return Reply.json(422, "{\"error\": \"no such customer\"}");
    }
    var id =
        openFor(
            SVARBAR,
            ticket.text("title").orElseThrow(),
            ticket.text("group").orElseThrow(),
            article.text("body").orElseThrow());
    return Reply.json(201, ticket(ticket(id).orElseThrow()).build().toString());
  }

  private Reply articles(String id) {
    return ticket(id)
        .map(
            ticket -> {
              JsonArrayBuilder all = Json.createArrayBuilder();
              ticket.messages().forEach(message -> all.add(article(message)));
              return Reply.json(all.build().toString());
            })
        .orElseGet(() -> Reply.json(404, NOT_FOUND));
  }

  private static JsonObjectBuilder article(Message message) {
    var by = message.by();
    var sender =
        switch (message.author()) {
          case REQUESTER -> "Customer";
          case AGENT, SVARBAR -> "Agent";
          case SYSTEM -> "System";
        };
    return Json.createObjectBuilder()
        .add("id", Integer.parseInt(message.id()))
        .add("body", message.body())
        .add("content_type", message.html() ? "text/html" : "text/plain")
        .add("internal", message.internal())
        .add("sender", sender)
        .add("type", message.internal() ? "note" : "email")
        .add("from", by.name() + " <" + by.email() + ">")
        .add("created_by_id", Integer.parseInt(by.id()))
        .add("created_by", by.email())
        .add("created_at", message.createdAt().toString());
  }

  private Reply addArticle(Fields article) {
    var found = ticket(article.text("ticket_id").orElse(""));
    if (found.isEmpty()) {
      return Reply.json(404, NOT_FOUND);
    }
    var email = article.text("type").equals(java.util.Optional.of("email"));
    if (!article.has("body") || (email && article.text("to").isEmpty())) {
      return Reply.json(422, "{\"error\": \"Need at least article\"}");
    }
    var id =
        write(
            found.get().id(),
            Author.SVARBAR,
            article.isTrue("internal"),
            article.text("content_type").equals(java.util.Optional.of("text/html")),
            article.text("body").orElse(""));
    var written =
        found.get().messages().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    return Reply.json(201, article(written).build().toString());
  }

  private Reply addTag(Fields tag) {
    return ticket(tag.text("o_id").orElse(""))
        .map(
            ticket -> {
              ticket.tag(tag.text("item").orElseThrow());
              return Reply.json(201, "true");
            })
        .orElseGet(() -> Reply.json(404, NOT_FOUND));
  }

  /** Passes over fields that do not exist, as Zammad does. */
  private Reply update(FakeTicket ticket, Fields changes) {
    for (var field : FIELDS) {
      changes.text(field).ifPresent(value -> ticket.set(field, value));
    }
    return Reply.json(ticket(ticket).build().toString());
  }

  private static String draft(FakeTicket ticket) {
    return ticket
        .draft()
        .map(
            body ->
                "{\"shared_draft_id\": 2, \"assets\": {\"TicketSharedDraftZoom\": {\"2\": {\"id\":"
                    + " 2, \"new_article\": "
                    + Json.createObjectBuilder().add("body", body).build()
                    + "}}}}")
        .orElse("{\"shared_draft_id\": null, \"assets\": null}");
  }

  /** Replaces what is there without asking, as Zammad does. */
  private static Reply saveDraft(FakeTicket ticket, Fields draft) {
    ticket.draft(draft.object("new_article").flatMap(it -> it.text("body")).orElse(""));
    return Reply.json(draft(ticket));
  }

  private Reply search(Map<String, String> query) {
    var since = SINCE.matcher(query.get("query"));
    if (!since.matches()
        || !query.get("sort_by").equals("updated_at")
        || !query.get("order_by").equals("asc")) {
      return Reply.json(422, "{\"error\": \"no such search\"}");
    }
    var size = Math.min(Integer.parseInt(query.get("per_page")), 200);
    List<FakeTicket> found = changedSince(Instant.parse(since.group(1)));
    JsonArrayBuilder page = Json.createArrayBuilder();
    found.stream()
        .skip((Long.parseLong(query.get("page")) - 1) * size)
        .limit(size)
        .forEach(ticket -> page.add(ticket(ticket)));
    return Reply.json(page.build().toString());
  }

  private static Map<String, String> query(Received request) {
    return Stream.of(request.uri().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
