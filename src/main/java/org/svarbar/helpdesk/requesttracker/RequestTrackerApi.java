package org.svarbar.helpdesk.requesttracker;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;

/** The calls of RT's REST 2.0 interface that we make, for one connection. Pages count from 1. */
final class RequestTrackerApi {

  /** The most that RT gives in one page. */
  static final int PAGE = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** The types of transactions that are messages. */
  private static final String MESSAGES = "[\"Create\",\"Correspond\",\"Comment\"]";

  private static final String MESSAGES_AND_STATUS =
      "[\"Create\",\"Correspond\",\"Comment\",\"Status\"]";

  private final HelpdeskCalls calls;
  private final Connection via;

  RequestTrackerApi(OutboundHttp http, Clock clock, Connection via) {
    this.calls = new HelpdeskCalls(http, clock, Set.of(401, 403));
    this.via = via;
  }

  /** RT itself: its `Version`. */
  Fields instance() {
    return found(via.at("REST/2.0/rt"));
  }

  /** A user by name; of others than ourselves only a summary, without `Disabled`. */
  Optional<Fields> user(String name) {
    return get(via.at("REST/2.0/user/{}", name));
  }

  /** Those of the queues with these names that our account sees, or of all. */
  List<Fields> queues(Collection<String> names) {
    var query = names.isEmpty() ? "[]" : "[" + among("Name", Json.write(names)) + "]";
    return items(via.at("REST/2.0/queues/all?fields=Name&per_page={}&query={}", "" + PAGE, query));
  }

  /** A ticket with what we need of it; empty also for one that was merged into another. */
  Optional<Fields> ticket(String id) {
    return tickets(List.of(id)).stream().findFirst();
  }

  /**
   * The same of several.
   *
   * @param ids at most {@link #PAGE}
   */
  List<Fields> tickets(Collection<String> ids) {
    var query = ids.stream().map(id -> "id=" + id).collect(Collectors.joining(" OR "));
    return items(
        via.at(
            "REST/2.0/tickets?query={}&fields=Subject,Status,Queue,Requestor,Owner"
                + "&fields%5BQueue%5D=Name&fields%5BRequestor%5D=Name,EmailAddress,RealName"
                + "&per_page={}",
            query, "" + PAGE));
  }

  /** A ticket by the number that it has or once had, with its custom fields. */
  Optional<Fields> ticketByAnyNumber(String id) {
    return get(via.at("REST/2.0/ticket/{}", id));
  }

  /**
   * Those transactions of a ticket that are messages, or changes of its status, the oldest first.
   */
  List<Fields> messages(String ticket, int page) {
    return items(
        via.at(
            "REST/2.0/ticket/{}/history?query={}&fields=Type,Creator,Created,NewValue"
                + "&fields%5BCreator%5D=Name,EmailAddress,RealName"
                + "&orderby=id&per_page={}&page={}",
            ticket, "[" + among("Type", MESSAGES_AND_STATUS) + "]", "" + PAGE, "" + page));
  }

  /** Those transactions of these tickets that are messages, the oldest first. */
  List<Fields> messages(Collection<String> tickets, int page) {
    var query =
        "[{\"field\":\"ObjectType\",\"value\":\"RT::Ticket\"},"
            + among("ObjectId", Json.write(tickets))
            + ","
            + among("Type", MESSAGES)
            + "]";
    return items(
        via.at(
            "REST/2.0/transactions?query={}&fields=Type,Creator,Created,ObjectId"
                + "&fields%5BCreator%5D=Name,EmailAddress,RealName"
                + "&orderby=id&per_page={}&page={}",
            query, "" + PAGE, "" + page));
  }

  /** The texts of these transactions, of whatever tickets. */
  List<Fields> texts(Collection<String> transactions, int page) {
    return items(
        via.at(
            "REST/2.0/attachments?query={}&fields=TransactionId,ContentType,Filename,Content"
                + "&orderby=id&per_page={}&page={}",
            texts(transactions),
            "" + PAGE,
            "" + page));
  }

  /** All parts of these transactions, of whatever tickets, with their headers alone. */
  List<Fields> parts(Collection<String> transactions, int page) {
    return items(
        via.at(
            "REST/2.0/attachments?query={}&fields=TransactionId,ContentType,Filename,Headers"
                + "&orderby=id&per_page={}&page={}",
            "[" + among("TransactionId", Json.write(transactions)) + "]",
            "" + PAGE,
            "" + page));
  }

  private static String texts(Collection<String> transactions) {
    return """
    [%s,{"field":"ContentType","operator":"STARTSWITH","value":"text/"},\
    {"field":"ContentType","operator":"STARTSWITH","value":"message/","entry_aggregator":"OR"}]\
    """
        .formatted(among("TransactionId", Json.write(transactions)));
  }

  /** The texts of these transactions, and the mails attached to them, in the order of the mail. */
  List<Fields> texts(String ticket, Collection<String> transactions, int page) {
    return items(
        via.at(
            "REST/2.0/ticket/{}/attachments?query={}"
                + "&fields=TransactionId,ContentType,Filename,Content"
                + "&orderby=id&per_page={}&page={}",
            ticket,
            texts(transactions),
            "" + PAGE,
            "" + page));
  }

  /** All parts of these transactions with their headers and without what they hold. */
  List<Fields> parts(String ticket, Collection<String> transactions, int page) {
    return items(
        via.at(
            "REST/2.0/ticket/{}/attachments?query={}"
                + "&fields=TransactionId,ContentType,Filename,Headers"
                + "&orderby=id&per_page={}&page={}",
            ticket,
            "[" + among("TransactionId", Json.write(transactions)) + "]",
            "" + PAGE,
            "" + page));
  }

  /**
   * Tickets of the connection's queues that changed at or after `since`, the oldest change first.
   * RT reads the time in our account's time zone, which has to be UTC.
   */
  Fields changed(Instant since, int page) {
    return found(
        via.at(
            "REST/2.0/tickets?query={}&fields=LastUpdated"
                + "&orderby=LastUpdated&per_page={}&page={}",
            "LastUpdated>='" + TIME.format(since) + "'" + inQueues(),
            "" + PAGE,
            "" + page));
  }

  OutboundReply open(Map<String, ?> ticket) {
    return send("POST", via.at("REST/2.0/ticket"), ticket);
  }

  /** The newest tickets that this account opened for this address. */
  List<Fields> opened(String account, String email) {
    var query = "Creator=" + quoted(account) + " AND Requestor.EmailAddress=" + quoted(email);
    return items(via.at("REST/2.0/tickets?query={}&orderby=id&order=DESC&per_page=20", query));
  }

  /**
   * @param kind `comment` or `correspond`
   */
  OutboundReply addMessage(String ticket, String kind, Map<String, ?> message) {
    return send("POST", via.at("REST/2.0/ticket/{}/{}", ticket, kind), message);
  }

  OutboundReply setField(String ticket, String name, String value) {
    var change = Map.of("CustomFields", Map.of(name, value));
    return send("PUT", via.at("REST/2.0/ticket/{}", ticket), change);
  }

  private String inQueues() {
    if (via.groups().isEmpty()) {
      return "";
    }
    return via.groups().stream()
        .sorted()
        .map(queue -> "Queue=" + quoted(queue))
        .collect(Collectors.joining(" OR ", " AND (", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String among(String field, String values) {
    return "{\"field\":\"" + field + "\",\"operator\":\"IN\",\"value\":" + values + "}";
  }

  private List<Fields> items(URI address) {
    return found(address).objects("items");
  }

  private Fields found(URI address) {
    return get(address)
        .orElseThrow(
            () ->
                new HelpdeskUnavailable(
                    "there is no REST 2.0 interface of Request Tracker below " + via.base(),
                    Optional.empty()));
  }

  private Optional<Fields> get(URI address) {
    return calls.read(authorized(OutboundCall.get(address)), Fields::of);
  }

  private OutboundReply send(String method, URI address, Map<String, ?> body) {
    return calls.send(authorized(OutboundCall.json(method, address, Json.write(body))));
  }

  private OutboundCall authorized(OutboundCall call) {
    return call.with("Authorization", "token " + via.credential().strip());
  }
}
