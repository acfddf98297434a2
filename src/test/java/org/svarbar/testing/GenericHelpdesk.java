package org.svarbar.testing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;

/**
 * A helpdesk that keeps to `docs/helpdesks/generic.md` and takes no notice of idempotency keys:
 * what is written to it twice is there twice, and is counted.
 */
public final class GenericHelpdesk implements AutoCloseable {

  private static final String NOTES = "/tickets/[^/]+/notes";

  private final FakeHelpdesk server = FakeHelpdesk.start();
  private final Map<String, TicketOnIt> tickets = new ConcurrentHashMap<>();
  private final Map<String, List<String>> tags = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final Map<String, String> groups = new ConcurrentHashMap<>();
  private final Map<String, Instant> closings = new ConcurrentHashMap<>();
  private final Map<String, String> drafts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> files = new ConcurrentHashMap<>();
  private final Map<String, String> openedByKey = new ConcurrentHashMap<>();
  private final Map<String, Instant> changes = new ConcurrentHashMap<>();
  private final AtomicInteger openings = new AtomicInteger();
  private volatile Function<Integer, Disturbance> openingDisturbances = attempt -> Disturbance.NONE;
  private final AtomicInteger replyTries = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger draftTries = new AtomicInteger();
  private volatile int draftFaults;
  private volatile Function<Integer, Disturbance> disturbances = attempt -> Disturbance.NONE;
  private volatile Function<String, Disturbance> replyDisturbances =
      ticket -> disturbances.apply(replyTries.get());

  /** What goes wrong with a note that is being written. */
  public record Disturbance(boolean takesIt, Reply insteadOf) {
    public static final Disturbance NONE = new Disturbance(true, null);

    /** It is not taken, and this is answered. */
    public static Disturbance refused(Reply answer) {
      return new Disturbance(false, answer);
    }

    /** It is taken, and the answer is lost. */
    public static Disturbance answerLost() {
      return new Disturbance(true, Reply.none());
    }
  }

  private record TicketOnIt(
      String id, String subject, String requester, List<JsonObject> messages) {}

  public static GenericHelpdesk start() {
    return new GenericHelpdesk();
  }

  private GenericHelpdesk() {
    server
        .on("GET", "/ping", asked -> Reply.json("{\"account\":\"svarbar\",\"version\":\"test\"}"))
        .on("GET", "/tickets/[^/]+", this::ticket)
        .on("POST", "/tickets", this::takeTicket)
        .on("GET", "/tickets", this::openedBy)
        .on("POST", NOTES, this::note)
        .on("POST", "/tickets/[^/]+/replies", this::takeReply)
        .on("PUT", "/tickets/[^/]+/draft", this::draft)
        .on("POST", "/tickets/[^/]+/tags", this::tag);
  }

  public String base() {
    return server.base().toString();
  }

  /** Has it show a page of its own at this path. */
  public void shows(String path, String html) {
    var headers = Map.of("Content-Type", "text/html; charset=utf-8");
    server.on("GET", path, asked -> new Reply(200, headers, html));
    server.on("GET", "/favicon.ico", asked -> Reply.status(204));
  }

  /** Says what goes wrong with the first, second … note that is written to it. */
  public void disturb(Function<Integer, Disturbance> disturbance) {
    disturbances = disturbance;
  }

  /** Says what goes wrong with each reply to a requester, by the ticket's id. */
  public void disturbReplies(Function<String, Disturbance> disturbance) {
    replyDisturbances = disturbance;
  }

  /** Says what goes wrong with the first, second … ticket that is to be opened in it. */
  public void disturbOpenings(Function<Integer, Disturbance> disturbance) {
    openingDisturbances = disturbance;
  }

  /** Says whoever asks what changed that this ticket did, then. */
  public void tellsChange(String id, Instant at) {
    changes.put(id, at);
  }

  /** How often somebody asked what changed. */
  public int lookUps() {
    return server.received("GET", "/tickets").size();
  }

  /** How often somebody tried to open a ticket. */
  public int openings() {
    return openings.get();
  }

  /** The ids of the tickets that were opened by call, in no order. */
  public List<String> opened() {
    return List.copyOf(openedByKey.values());
  }

  /** Whose ticket it is, in which group, its subject and the first message's text. */
  public List<String> facts(String id) {
    var ticket = tickets.get(id);
    return List.of(
        ticket.requester(),
        groups.getOrDefault(id, ""),
        ticket.subject(),
        ticket.messages().getFirst().getString("body"));
  }

  /** A requester opens a ticket; returns the event's body. */
  public String open(String id, String subject, String text) {
    return open(id, "", subject, text);
  }

  /** Somebody with this e-mail address opens a ticket; returns the event's body. */
  public String open(String id, String from, String subject, String text) {
    tickets.put(id, new TicketOnIt(id, subject, from, new CopyOnWriteArrayList<>()));
    return event("ticket.created", id, say(id, "requester", text, false));
  }

  /** The requester writes again; returns the event's body. */
  public String reply(String id, String text) {
    return event("message.created", id, say(id, "requester", text, false));
  }

  /** An agent answers the requester; returns the event's body. */
  public String answer(String id, String text) {
    return event("message.created", id, say(id, "agent", text, false));
  }

  /** Somebody moves the ticket to another group; returns the event's body. */
  public String move(String id, String group) {
    return changed(id, "group", group);
  }

  /** Somebody gives the ticket to an agent; returns the event's body. */
  public String assign(String id, String agent) {
    return changed(id, "owner", agent);
  }

  /** An agent closes the ticket; no event tells. */
  public void close(String id) {
    closings.put(id, Instant.now());
  }

  /** Something else of the ticket changes, such as its `priority`; returns the event's body. */
  public String change(String id, String what, String to) {
    return changed(id, what, to);
  }

  /** Something happens to the ticket, such as `ticket.escalated`; returns the event's body. */
  public String happen(String id, String type) {
    return event(type, id, "reason", Json.createObjectBuilder());
  }

  private static String changed(String id, String what, String to) {
    var change = Json.createObjectBuilder().add(what, to);
    return event("ticket.updated", id, "change", change);
  }

  /**
   * The event that this helpdesk would send about the last note on the ticket; returns its body.
   */
  public String echoOfLastNote(String id) {
    return event("message.created", id, tickets.get(id).messages().getLast());
  }

  /** The notes on this ticket as they came, in HTML. */
  public List<String> notes(String id) {
    return tickets.get(id).messages().stream()
        .filter(message -> message.getBoolean("internal"))
        .map(message -> message.getString("body"))
        .toList();
  }

  /** What the requester got on this ticket from Svarbar, in HTML. */
  public List<String> replies(String id) {
    return tickets.get(id).messages().stream()
        .filter(message -> message.getString("author").equals("svarbar"))
        .filter(message -> !message.getBoolean("internal"))
        .map(message -> message.getString("body"))
        .toList();
  }

  /** What the files hold that came with notes on this ticket. */
  public List<String> files(String id) {
    return files.getOrDefault(id, List.of());
  }

  /** How often somebody tried to send a reply. */
  public int replyTries() {
    return replyTries.get();
  }

  /** The draft that waits in this ticket, in HTML. */
  public Optional<String> draft(String id) {
    return Optional.ofNullable(drafts.get(id));
  }

  /** Has it fail so many times before it saves a draft. */
  public void failDrafts(int times) {
    draftFaults = times;
  }

  /** How often somebody tried to save a draft. */
  public int draftTries() {
    return draftTries.get();
  }

  /** An agent takes the ticket; no event tells. */
  public void own(String id, String agent) {
    owners.put(id, agent);
  }

  /** The ticket lies in this group from now on; no event tells. */
  public void lieIn(String id, String group) {
    groups.put(id, group);
  }

  /** An agent answers; returns the event's body. */
  public String answerAsAgent(String id, String text) {
    return event("message.created", id, say(id, "agent", text, false));
  }

  /** The tags that this ticket got, in the order in which they came. */
  public List<String> tags(String id) {
    return tags.getOrDefault(id, List.of());
  }

  /** The header `traceparent` of each such call; empty where there was none. */
  public List<String> traceparents(String method, String pathPattern) {
    return server.received(method, pathPattern).stream()
        .map(asked -> asked.headers().getOrDefault("traceparent", ""))
        .toList();
  }

  /** How often somebody tried to write a note. */
  public int tries() {
    return tries.get();
  }

  @Override
  public void close() {
    server.close();
  }

  private JsonObject say(String id, String author, String text, boolean internal) {
    var messages = tickets.get(id).messages();
    var message =
        Json.createObjectBuilder()
            .add("id", Integer.toString(messages.size() + 1))
            .add("author", author)
            .add("body", text)
            .add("html", internal)
            .add("internal", internal)
            .add("createdAt", Instant.now().toString())
            .build();
    messages.add(message);
    return message;
  }

  private static String event(String type, String id, JsonObject message) {
    return event(type, id, "message", Json.createObjectBuilder(message));
  }

  private static String event(String type, String id, String what, JsonObjectBuilder happened) {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("timestamp", Instant.now().toString())
        .add(
            "data",
            Json.createObjectBuilder()
                .add("ticket", Json.createObjectBuilder().add("id", id))
                .add(what, happened))
        .build()
        .toString();
  }

  private Reply ticket(Received asked) {
    var ticket = tickets.get(id(asked));
    return ticket == null ? Reply.status(404) : Reply.json(json(ticket).build().toString());
  }

  private JsonObjectBuilder json(TicketOnIt ticket) {
    JsonArrayBuilder messages = Json.createArrayBuilder();
    ticket.messages().forEach(messages::add);
    var json =
        Json.createObjectBuilder()
            .add("id", ticket.id())
            .add("subject", ticket.subject())
            .add("messages", messages);
    Optional.ofNullable(owners.get(ticket.id())).ifPresent(owner -> json.add("owner", owner));
    Optional.ofNullable(groups.get(ticket.id())).ifPresent(group -> json.add("group", group));
    Optional.ofNullable(closings.get(ticket.id()))
        .ifPresent(at -> json.add("closedAt", at.toString()));
    return ticket.requester().isEmpty()
        ? json
        : json.add("requester", Json.createObjectBuilder().add("email", ticket.requester()));
  }

  /** Takes no notice of keys that it has seen: only {@link #openedBy} tells of them. */
  private Reply takeTicket(Received asked) {
    var disturbance = openingDisturbances.apply(openings.incrementAndGet());
    var id = "o-" + openings.get();
    if (disturbance.takesIt()) {
      try (var reader = Json.createReader(new StringReader(asked.body()))) {
        var said = reader.readObject();
        var requester = said.getJsonObject("requester").getString("email");
        open(id, requester, said.getString("subject"), said.getString("text"));
        groups.put(id, said.getString("group"));
        openedByKey.merge(said.getString("key"), id, (one, two) -> one + "," + two);
      }
    }
    return disturbance.insteadOf() == null
        ? Reply.json(201, "{\"id\":\"" + id + "\",\"number\":\"N" + id + "\"}")
        : disturbance.insteadOf();
  }

  private Reply openedBy(Received asked) {
    if (asked.uri().getQuery().startsWith("changedSince=") && !changes.isEmpty()) {
      return Reply.json(changed().build().toString());
    }
    var key = asked.uri().getQuery().replaceFirst("^key=", "");
    var id = openedByKey.get(key);
    if (!asked.uri().getQuery().startsWith("key=")) {
      return Reply.status(501);
    }
    var all = Json.createArrayBuilder();
    if (id != null) {
      all.add(Json.createObjectBuilder().add("id", id).add("number", "N" + id).add("key", key));
    }
    return Reply.json(Json.createObjectBuilder().add("tickets", all).build().toString());
  }

  private JsonObjectBuilder changed() {
    var all = Json.createArrayBuilder();
    changes.forEach(
        (id, at) -> all.add(Json.createObjectBuilder().add("id", id).add("changedAt", "" + at)));
    return Json.createObjectBuilder().add("tickets", all);
  }

  private Reply note(Received asked) {
    var disturbance = disturbances.apply(tries.incrementAndGet());
    if (disturbance.takesIt()) {
      try (var reader = Json.createReader(new StringReader(asked.body()))) {
        var note = reader.readObject();
        say(id(asked), "svarbar", note.getString("html"), true);
        note.getOrDefault("files", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
            .map(file -> file.asJsonObject().getString("content"))
            .forEach(
                it ->
                    files.computeIfAbsent(id(asked), none -> new CopyOnWriteArrayList<>()).add(it));
      }
    }
    return disturbance.insteadOf() == null
        ? Reply.json(201, "{\"id\":\"" + tries.get() + "\"}")
        : disturbance.insteadOf();
  }

  private Reply takeReply(Received asked) {
    replyTries.incrementAndGet();
    var disturbance = replyDisturbances.apply(id(asked));
    if (disturbance.takesIt()) {
      try (var reader = Json.createReader(new StringReader(asked.body()))) {
        say(id(asked), "svarbar", reader.readObject().getString("html"), false);
      }
    }
    return disturbance.insteadOf() == null ? Reply.json(201, "{}") : disturbance.insteadOf();
  }

  private Reply draft(Received asked) {
    if (draftTries.getAndIncrement() < draftFaults) {
      return new Reply(503, Map.of("Retry-After", "1"), "");
    }
    try (var reader = Json.createReader(new StringReader(asked.body()))) {
      drafts.put(id(asked), reader.readObject().getString("html"));
    }
    return Reply.json(201, "{}");
  }

  private Reply tag(Received asked) {
    try (var reader = Json.createReader(new StringReader(asked.body()))) {
      tags.computeIfAbsent(id(asked), it -> new CopyOnWriteArrayList<>())
          .add(reader.readObject().getString("tag"));
    }
    return Reply.json(201, "{}");
  }

  private static String id(Received asked) {
    return asked.path().split("/")[2];
  }
}
