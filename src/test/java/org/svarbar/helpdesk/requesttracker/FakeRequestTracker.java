package org.svarbar.helpdesk.requesttracker;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * Behaves like RT's REST 2.0 interface for the calls that we make, as RT 5.0.3 was seen to do:
 * lists have strings where single things have numbers, nobody is privileged in a list, what cannot
 * be done is passed over with a 200. Its web root has a path.
 */
class FakeRequestTracker extends FakeDesk {

  private static final Pattern BY_ID = Pattern.compile("id=(\\d+)");
  private static final Pattern CHANGED =
      Pattern.compile("LastUpdated>='([^']+)'(?: AND \\((Queue='.+')\\))?");
  private static final Pattern OPENED =
      Pattern.compile("Creator='svarbar' AND Requestor.EmailAddress='([^']+)'");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Set<String> FIELDS = Set.of("svarbar");
  private static final Reply NOT_FOUND = Reply.json(404, "{\"message\":\"Not Found\"}");
  private static final Reply NO = Reply.json(400, "{\"message\":\"Permission Denied\"}");

  private final Map<String, String> merged = new ConcurrentHashMap<>();
  private final Map<String, List<Part>> attached = new ConcurrentHashMap<>();
  private final List<String> queues = new CopyOnWriteArrayList<>(List.of("Kundservice"));
  private volatile ZoneId zone = ZoneOffset.UTC;
  private volatile boolean countsPages = true;
  private volatile String owner = "Nobody";
  private volatile String tokenOf = "svarbar";

  private final Map<String, String> heads = new ConcurrentHashMap<>();
  private final Map<String, List<JsonObjectBuilder>> statuses = new ConcurrentHashMap<>();

  private record Part(String type, String file, String content) {}

  @Override
  public String credential() {
    return "1-35-the-token-of-the-tests";
  }

  @Override
  public String account() {
    return "svarbar";
  }

  @Override
  public URI base() {
    return URI.create(super.base() + "/rt");
  }

  @Override
  protected boolean isLetIn(Received request) {
    return ("token " + credential()).equals(request.headers().get("authorization"));
  }

  /** From now on one ticket is another: only single requests find it by its old number. */
  void merge(String ticket, String into) {
    merged.put(ticket, into);
  }

  /** Another part of a message, after those that it has. */
  void attach(String message, String type, String file, String content) {
    attached.computeIfAbsent(message, none -> new ArrayList<>()).add(new Part(type, file, content));
  }

  /** The header of the mail that a message came as. */
  void head(String message, String header) {
    heads.put(message, header);
  }

  /** Somebody gives a ticket this status. */
  void setStatus(String ticket, String status) {
    statuses
        .computeIfAbsent(ticket, none -> new ArrayList<>())
        .add(
            Json.createObjectBuilder()
                .add("type", "transaction")
                .add("id", newId())
                .add("Type", "Status")
                .add("NewValue", status)
                .add("Creator", reference(AGENT))
                .add("Created", now().toString()));
  }

  /** The time zone of our account. */
  void setZone(ZoneId zone) {
    this.zone = zone;
  }

  /** As when rights are not checked in the database. */
  void countNoPages() {
    countsPages = false;
  }

  /** Who owns each ticket, by the name of the account. */
  void setOwner(String owner) {
    this.owner = owner;
  }

  /** Whose token ours is. */
  void giveTokenTo(String account) {
    tokenOf = account;
  }

  void hideQueues() {
    queues.clear();
  }

  /** Somebody who is neither requestor nor agent; returns the message's id. */
  String writeAs(Person by, String ticket, String body) {
    var message = new Message(newId(), by, Author.REQUESTER, body, false, false, now());
    ticket(ticket).orElseThrow().write(message);
    return message.id();
  }

  @Override
  protected Reply answer(Received request) {
    var parts = request.path().substring("/rt/REST/2.0/".length()).split("/");
    var what = request.method() + " " + parts[0] + (parts.length > 2 ? " " + parts[2] : "");
    return switch (what) {
      case "GET rt" -> Reply.json("{\"Version\": \"5.0.3\"}");
      case "GET user" -> user(parts[1]);
      case "GET queues" -> queues(query(request));
      case "GET tickets" -> tickets(query(request));
      case "GET ticket" -> ticketAt(parts[1]).map(this::single).orElse(NOT_FOUND);
      case "POST ticket" -> open(Fields.of(request.body()));
      case "PUT ticket" -> ticketAt(parts[1]).map(it -> update(it, request)).orElse(NOT_FOUND);
      case "GET ticket history" -> history(ticketAt(parts[1]), query(request));
      case "GET ticket attachments" -> attachments(ticketAt(parts[1]), query(request));
      case "POST ticket comment", "POST ticket correspond" ->
          ticketAt(parts[1]).map(it -> addMessage(it, parts[2], request)).orElse(NO);
      default -> NOT_FOUND;
    };
  }

  private Optional<FakeTicket> ticketAt(String number) {
    return ticket(merged.getOrDefault(number, number));
  }

  // --- people and queues

  private static String name(Person person) {
    return switch (person.id()) {
      case "8" -> person.email();
      case "5" -> "agneta";
      case "1" -> "RT_System";
      case "99" -> "svarbar";
      default -> person.email();
    };
  }

  private Reply user(String name) {
    var found =
        Stream.of(REQUESTER, AGENT, SVARBAR).filter(it -> name(it).equals(name)).findFirst();
    if (found.isEmpty() && !name.contains("@")) {
      return NOT_FOUND;
    }
    var isPrivileged = name.equals("agneta") || name.equals("svarbar");
    var user = Json.createObjectBuilder().add("Name", name).add("Privileged", isPrivileged ? 1 : 0);
    if (name.equals(tokenOf)) {
      user.add("Disabled", "0").add("Timezone", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
    return Reply.json(user.build().toString());
  }

  private static JsonObjectBuilder reference(Person person) {
    return Json.createObjectBuilder()
        .add("type", "user")
        .add("id", name(person))
        .add("Name", name(person))
        .add("RealName", person.name())
        .add("EmailAddress", person.email())
        .add("Privileged", "");
  }

  private Reply queues(Map<String, String> query) {
    var names = conditions(query).isEmpty() ? queues : conditions(query).getFirst().texts("value");
    return list(
        queues.stream()
            .filter(names::contains)
            .map(name -> Json.createObjectBuilder().add("id", "3").add("Name", name))
            .toList(),
        query,
        false);
  }

  // --- tickets

  private Reply tickets(Map<String, String> query) {
    var byId = BY_ID.matcher(query.get("query"));
    if (byId.matches()) {
      return list(
          ticket(byId.group(1)).stream().filter(this::isSelf).map(this::item).toList(),
          query,
          true);
    }
    var opened = OPENED.matcher(query.get("query"));
    if (opened.matches()) {
      var isTheirs = opened.group(1).equals(REQUESTER.email());
      return list(
          changedSince(START).reversed().stream()
              .filter(it -> isTheirs && it.messages().getFirst().by().equals(SVARBAR))
              .map(this::item)
              .toList(),
          query,
          true);
    }
    var changed = CHANGED.matcher(query.get("query"));
    if (!changed.matches() || !query.get("orderby").equals("LastUpdated")) {
      return Reply.json(400, "{\"message\":\"Wrong query\"}");
    }
    var since = LocalDateTime.parse(changed.group(1), TIME).atZone(zone).toInstant();
    var groups = Optional.ofNullable(changed.group(2)).map(all -> List.of(all.split(" OR ")));
    return list(
        changedSince(since).stream()
            .filter(this::isSelf)
            .filter(it -> groups.isEmpty() || groups.get().contains("Queue='" + quoted(it) + "'"))
            .map(this::item)
            .toList(),
        query,
        true);
  }

  private static String quoted(FakeTicket ticket) {
    return ticket.group().replace("\\", "\\\\").replace("'", "\\'");
  }

  private boolean isSelf(FakeTicket ticket) {
    return !merged.containsKey(ticket.id());
  }

  private JsonObjectBuilder item(FakeTicket ticket) {
    return Json.createObjectBuilder()
        .add("type", "ticket")
        .add("id", ticket.id())
        .add("Subject", ticket.subject())
        .add("Status", "open")
        .add("Queue", Json.createObjectBuilder().add("id", "3").add("Name", ticket.group()))
        .add("Owner", Json.createObjectBuilder().add("type", "user").add("id", owner))
        .add("Requestor", Json.createArrayBuilder().add(group()).add(reference(REQUESTER)))
        .add("LastUpdated", ticket.changedAt().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private Reply open(Fields ticket) {
    var queue = ticket.text("Queue").orElse("");
    if (!queues.contains(queue)
        || !ticket.text("Requestor").equals(Optional.of(REQUESTER.email()))
        || !ticket.text("ContentType").equals(Optional.of("text/plain"))) {
      return NO;
    }
    var subject = ticket.text("Subject").orElseThrow();
    var id = openFor(SVARBAR, subject, queue, ticket.text("Content").orElseThrow());
    return new Reply(201, Map.of("Location", "/REST/2.0/ticket/" + id), "{}");
  }

  private static JsonObjectBuilder group() {
    return Json.createObjectBuilder().add("type", "group").add("id", "12").add("Name", "");
  }

  private Reply single(FakeTicket ticket) {
    JsonArrayBuilder fields = Json.createArrayBuilder();
    for (var field : FIELDS) {
      JsonArrayBuilder values = Json.createArrayBuilder();
      Optional.ofNullable(ticket.fields().get(field)).ifPresent(values::add);
      fields.add(Json.createObjectBuilder().add("name", field).add("values", values));
    }
    return Reply.json(
        Json.createObjectBuilder()
            .add("id", Integer.parseInt(ticket.id()))
            .add("CustomFields", fields)
            .build()
            .toString());
  }

  private static Reply update(FakeTicket ticket, Received request) {
    var changes = Fields.of(request.body()).object("CustomFields").orElseThrow();
    FIELDS.forEach(it -> changes.text(it).ifPresent(value -> ticket.set(it, value)));
    return Reply.json("[]");
  }

  // --- messages

  private static String type(FakeTicket ticket, Message message) {
    if (message.internal()) {
      return "Comment";
    }
    return ticket.messages().getFirst().equals(message) ? "Create" : "Correspond";
  }

  private Reply history(Optional<FakeTicket> ticket, Map<String, String> query) {
    var types = conditions(query).getFirst().texts("value");
    return list(
        ticket.stream()
            .flatMap(
                it ->
                    Stream.concat(
                        it.messages().stream()
                            .filter(m -> types.contains(type(it, m)))
                            .map(m -> transaction(it, m)),
                        statuses.getOrDefault(it.id(), List.of()).stream()
                            .filter(any -> types.contains("Status"))))
            .toList(),
        query,
        false);
  }

  private static JsonObjectBuilder transaction(FakeTicket ticket, Message message) {
    return Json.createObjectBuilder()
        .add("type", "transaction")
        .add("id", message.id())
        .add("Type", type(ticket, message))
        .add("Creator", reference(message.by()))
        .add("Created", message.createdAt().toString());
  }

  private Reply attachments(Optional<FakeTicket> ticket, Map<String, String> query) {
    var transactions = conditions(query).getFirst().texts("value");
    return list(
        ticket.stream()
            .flatMap(it -> it.messages().stream())
            .filter(message -> transactions.contains(message.id()))
            .flatMap(message -> parts(message, query).map(part -> attachment(message, part)))
            .toList(),
        query,
        false);
  }

  private Stream<Part> parts(Message message, Map<String, String> query) {
    var areAllAskedFor = conditions(query).size() == 1;
    var body = new Part(message.html() ? "text/html" : "text/plain", "", message.body());
    return Stream.concat(Stream.of(body), attached.getOrDefault(message.id(), List.of()).stream())
        .filter(part -> areAllAskedFor || part.type().matches("(text|message)/.*"));
  }

  private JsonObjectBuilder attachment(Message message, Part part) {
    return Json.createObjectBuilder()
        .add("type", "attachment")
        .add("TransactionId", message.id())
        .add("ContentType", part.type())
        .add("Filename", part.file())
        .add("Headers", part.file().isEmpty() ? heads.getOrDefault(message.id(), "") : "")
        .add("Content", part.content());
  }

  private Reply addMessage(FakeTicket ticket, String kind, Received request) {
    var message = Fields.of(request.body());
    var html = message.text("ContentType").equals(Optional.of("text/html"));
    var body = message.text("Content").orElseThrow();
    var id = write(ticket.id(), Author.SVARBAR, kind.equals("comment"), html, body);
    var headers = Map.of("Location", "/REST/2.0/transaction/" + id);
    return new Reply(201, headers, "[\"Comments added\"]");
  }

  // --- lists

  private Reply list(List<JsonObjectBuilder> all, Map<String, String> query, boolean counts) {
    var size = Math.min(Integer.parseInt(query.getOrDefault("per_page", "20")), 100);
    var number = Integer.parseInt(query.getOrDefault("page", "1"));
    var page = all.stream().skip((number - 1L) * size).limit(size).toList();
    JsonArrayBuilder items = Json.createArrayBuilder();
    page.forEach(items::add);
    var answer =
        Json.createObjectBuilder()
            .add("count", page.size())
            .add("page", number)
            .add("per_page", size)
            .add("items", items)
            .add("total", JsonValue.NULL)
            .add("pages", JsonValue.NULL);
    if (counts && countsPages) {
      answer.add("total", all.size()).add("pages", Math.ceilDiv(all.size(), size));
    }
    return Reply.json(answer.build().toString());
  }

  private static List<Fields> conditions(Map<String, String> query) {
    return Fields.list(query.get("query"));
  }

  private static Map<String, String> query(Received request) {
    return Stream.of(request.uri().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decoded(pair[0]), pair -> decoded(pair[1]), (one, other) -> other));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
