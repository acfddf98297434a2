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
public final class TicketFile {

  /** The largest file, in bytes. */
  public static final int LARGEST = 10_000_000;

  private static final String REQUESTERS = "1";
  private static final String AGENTS = "2";

  private final ConnectionId connection;

  private TicketFile(ConnectionId connection) {
    this.connection = connection;
  }

  /** What is wrong with a file. */
  public enum Fault {
    NOT_UTF8,
    NEITHER_JSON_NOR_CSV,
    EMPTY,
    NOT_JSON,
    MISSING,
    NO_TIME
  }

  /** Says in English what is wrong with a file, and names the ticket. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int ticket;
    private final String field;

    private Unreadable(Fault fault, int ticket, String field, String what) {
      super(what);
      this.fault = fault;
      this.ticket = ticket;
      this.field = field;
    }

    private Unreadable(Fault fault, String what) {
      this(fault, 0, "", what);
    }

    public Fault fault() {
      return fault;
    }

    /** Counted from 1; 0 where it is the whole file. */
    public int ticket() {
      return ticket;
    }

    /** Empty where it is none of one. */
    public String field() {
      return field;
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
      var ticket = reader.ticket(new Row(i + 1, rows.get(i)));
      if (ids.add(ticket.ref().id())) {
        tickets.add(ticket);
      }
    }
    if (tickets.isEmpty()) {
      throw new Unreadable(Fault.EMPTY, "the file holds no ticket");
    }
    return tickets;
  }

  private static String text(byte[] file) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable(Fault.NOT_UTF8, "the file is not UTF-8");
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
        var place = rows.size() + 1;
        throw new Unreadable(
            Fault.NOT_JSON, place, "", "ticket " + place + ": is not a JSON object on one line");
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
      throw new Unreadable(
          Fault.NEITHER_JSON_NOR_CSV, "the file is neither JSON lines nor CSV with a row of names");
    }
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Ticket ticket(Row row) {
    var askedAt = row.time("askedAt");
    var from = Person.of("", "", row.value("from"));
    var messages = new ArrayList<Message>();
    messages.add(message(REQUESTERS, from, Author.REQUESTER, row.needed("question"), askedAt));
    if (!row.value("reply").isBlank()) {
      var repliedAt = row.value("repliedAt").isBlank() ? askedAt : row.time("repliedAt");
      messages.add(message(AGENTS, Person.UNKNOWN, Author.AGENT, row.value("reply"), repliedAt));
    }
    return new Ticket(
        new TicketRef(connection, row.needed("id")),
        row.value("subject"),
        Optional.of(row.value("group")).filter(it -> !it.isBlank()),
        "closed",
        from,
        Languages.find(row.value("language")),
        Optional.empty(),
        messages);
  }

  private static Message message(String id, Person by, Author author, String body, Instant at) {
    return new Message(id, by, author, body, false, false, at);
  }

  /**
   * What is written of one ticket.
   *
   * @param place counted from 1
   */
  private record Row(int place, Map<String, String> values) {

    String value(String name) {
      return values.getOrDefault(low(name), "");
    }

    String needed(String name) {
      var value = value(name);
      if (value.isBlank()) {
        throw unreadable(Fault.MISSING, name, "is missing");
      }
      return value.strip();
    }

    Instant time(String name) {
      try {
        return Instant.parse(needed(name));
      } catch (DateTimeException e) {
        throw unreadable(Fault.NO_TIME, name, "is not a time such as 2026-01-31T12:00:00Z");
      }
    }

    private Unreadable unreadable(Fault fault, String name, String what) {
      return new Unreadable(fault, place, name, "ticket " + place + ": " + name + ": " + what);
    }
  }
}
