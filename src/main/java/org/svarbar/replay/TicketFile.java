package org.svarbar.replay;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/**
 * Reads past tickets from a file in UTF-8: a JSON object a line, or CSV with a first row of names.
 * Names are `id`, `subject`, `question`, `askedAt`, `reply`, `repliedAt`, `group`, `language` and
 * `from`; `id`, `question` and `askedAt` must be there.
 */
final class TicketFile {

  /** The largest file, in bytes. */
  static final int LARGEST = 20_000_000;

  private static final String REQUESTERS = "1";
  private static final String AGENTS = "2";

  private final ConnectionId connection;

  private TicketFile(ConnectionId connection) {
    this.connection = connection;
  }

  /** What is wrong with a file; names the line. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
      super(what);
    }
  }

  /**
   * The tickets in their order; of several with one id the first.
   *
   * @throws Unreadable when any of it cannot be read
   */
  static List<Ticket> read(byte[] file, ConnectionId connection) {
    var text = text(file);
    var rows = text.stripLeading().startsWith("{") ? jsonLines(text) : csv(text);
    var reader = new TicketFile(connection);
    var tickets = new ArrayList<Ticket>();
    var ids = new HashSet<String>();
    for (var i = 0; i < rows.size(); i++) {
      try {
        var ticket = reader.ticket(rows.get(i));
        if (ids.add(ticket.ref().id())) {
          tickets.add(ticket);
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Unreadable("ticket " + (i + 1) + ": " + e.getMessage());
      }
    }
    return tickets;
  }

  private static String text(byte[] file) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("the file is not UTF-8");
    }
  }

  private static List<Map<String, String>> jsonLines(String text) {
    var rows = new ArrayList<Map<String, String>>();
    for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
      try {
        var row = new HashMap<String, String>();
        Json.object(line).forEach((name, value) -> row.put(low(name), value(value)));
        rows.add(row);
      } catch (Json.UnreadableJson e) {
        throw new Unreadable("ticket " + (rows.size() + 1) + ": is not a JSON object on one line");
      }
    }
    return rows;
  }

  private static String value(JsonValue value) {
    return switch (value) {
      case JsonString string -> string.getString();
      case JsonValue other when other.equals(JsonValue.NULL) -> "";
      default -> value.toString();
    };
  }

  private static List<Map<String, String>> csv(String text) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(text, format)) {
      var rows = new ArrayList<Map<String, String>>();
      for (var record : parser) {
        var row = new HashMap<String, String>();
        record.toMap().forEach((name, value) -> row.put(low(name.strip()), value));
        rows.add(row);
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new Unreadable("the file is neither JSON lines nor CSV with a row of names");
    }
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Ticket ticket(Map<String, String> row) {
    var askedAt = Instant.parse(needed(row, "askedAt"));
    var from = Person.of("", "", value(row, "from"));
    var messages = new ArrayList<Message>();
    messages.add(message(REQUESTERS, from, Author.REQUESTER, needed(row, "question"), askedAt));
    if (!value(row, "reply").isBlank()) {
      var at = value(row, "repliedAt");
      var repliedAt = at.isBlank() ? askedAt : Instant.parse(at);
      messages.add(message(AGENTS, Person.UNKNOWN, Author.AGENT, value(row, "reply"), repliedAt));
    }
    return new Ticket(
        new TicketRef(connection, needed(row, "id")),
        value(row, "subject"),
        Optional.of(value(row, "group")).filter(it -> !it.isBlank()),
        "closed",
        from,
        Languages.find(value(row, "language")),
        Optional.empty(),
        messages);
  }

  private static Message message(String id, Person by, Author author, String body, Instant at) {
    return new Message(id, by, author, body, false, false, at);
  }

  private static String needed(Map<String, String> row, String name) {
    var value = value(row, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": is missing");
    }
    return value.strip();
  }

  private static String value(Map<String, String> row, String name) {
    return row.getOrDefault(low(name), "");
  }
}
