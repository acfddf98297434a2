package org.svarbar.helpdesk.requesttracker;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Fields;

/**
 * Reads all that belongs to one ticket with as few calls as there are.
 *
 * @param account the name of our own account
 */
record RequestTrackerReading(RequestTrackerApi api, String account) {

  /** Empty: RT shows no such ticket. */
  Optional<RequestTrackerTicket> ticket(String number) {
    return api.ticket(number).or(() -> mergedInto(number).flatMap(api::ticket)).map(this::whole);
  }

  /**
   * The search knows no merged tickets; by its old number, RT answers with the one it went into.
   */
  private Optional<String> mergedInto(String number) {
    return api.ticketByAnyNumber(number)
        .flatMap(ticket -> ticket.text("id"))
        .filter(other -> !other.equals(number));
  }

  /**
   * Several at once, by their numbers; those that RT does not show under them are missing. It takes
   * about a call for five tickets. When they were closed is not asked for.
   */
  Map<String, RequestTrackerTicket> tickets(Collection<String> numbers) {
    var shown = api.tickets(numbers);
    var ids = shown.stream().flatMap(each -> each.text("id").stream()).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    var messages = allPages(page -> api.messages(ids, page));
    var texts = ofAll(messages, api::texts).collect(byTransaction());
    var parts = ofAll(messages, api::parts).collect(byTransaction());
    var byTicket = messages.stream().collect(groupingBy(each -> each.text("ObjectId").orElse("")));
    var known = new HashMap<String, Boolean>();
    var found = new HashMap<String, RequestTrackerTicket>();
    for (var ticket : shown) {
      var id = ticket.text("id").orElseThrow();
      found.put(
          id,
          new RequestTrackerTicket(
              ticket,
              byTicket.getOrDefault(id, List.of()),
              List.of(),
              texts,
              parts,
              account,
              name -> known.computeIfAbsent(name, this::isPrivileged)));
    }
    return found;
  }

  private static Stream<Fields> ofAll(
      List<Fields> transactions, BiFunction<List<String>, Integer, List<Fields>> pages) {
    var ids = transactions.stream().flatMap(each -> each.text("id").stream()).toList();
    return inPages(ids).flatMap(some -> allPages(page -> pages.apply(some, page)).stream());
  }

  private static Stream<List<String>> inPages(List<String> ids) {
    return Stream.iterate(0, from -> from < ids.size(), from -> from + RequestTrackerApi.PAGE)
        .map(from -> ids.subList(from, Math.min(from + RequestTrackerApi.PAGE, ids.size())));
  }

  /** What our account does not see is left out of its page: only an empty page is the end. */
  private static List<Fields> allPages(IntFunction<List<Fields>> pages) {
    var all = new ArrayList<Fields>();
    var items = pages.apply(1);
    for (var page = 2; !items.isEmpty(); page++) {
      all.addAll(items);
      items = pages.apply(page);
    }
    return all;
  }

  private RequestTrackerTicket whole(Fields ticket) {
    var id = ticket.text("id").orElseThrow();
    var transactions = pages(page -> api.messages(id, page));
    var messages = transactions.stream().filter(each -> !isStatus(each)).toList();
    var known = new HashMap<String, Boolean>();
    return new RequestTrackerTicket(
        ticket,
        messages,
        transactions.stream().filter(RequestTrackerReading::isStatus).toList(),
        of(messages, (some, page) -> api.texts(id, some, page)).collect(byTransaction()),
        of(messages, (some, page) -> api.parts(id, some, page)).collect(byTransaction()),
        account,
        name -> known.computeIfAbsent(name, this::isPrivileged));
  }

  /**
   * Whether any message of the ticket holds these words. RT's own search would not find them: in
   * PostgreSQL, Oracle and SQLite it keeps texts that are not ASCII as quoted-printable, which
   * breaks lines within words.
   */
  boolean isWritten(String number, String words) {
    return of(
            pages(page -> api.messages(number, page)),
            (some, page) -> api.texts(number, some, page))
        .anyMatch(part -> part.text("Content").filter(text -> text.contains(words)).isPresent());
  }

  private static boolean isStatus(Fields transaction) {
    return transaction.text("Type").equals(Optional.of("Status"));
  }

  private static Collector<Fields, ?, Map<String, List<Fields>>> byTransaction() {
    return groupingBy(part -> part.text("TransactionId").orElse(""));
  }

  /** What belongs to these transactions, asked for by as many as fit into a call. */
  private static Stream<Fields> of(
      List<Fields> transactions, BiFunction<List<String>, Integer, List<Fields>> pages) {
    var ids = transactions.stream().flatMap(each -> each.text("id").stream()).toList();
    return inPages(ids).flatMap(some -> pages(page -> pages.apply(some, page)).stream());
  }

  /**
   * What is asked for here by type or transaction is visible to us: a page not full is the last.
   */
  private static List<Fields> pages(IntFunction<List<Fields>> pages) {
    var all = new ArrayList<Fields>();
    for (var page = 1; ; page++) {
      var items = pages.apply(page);
      all.addAll(items);
      if (items.size() < RequestTrackerApi.PAGE) {
        return all;
      }
    }
  }

  /** Lists do not say who is privileged (RT 5 answers no for everybody), the user alone does. */
  private boolean isPrivileged(String name) {
    return !name.isEmpty()
        && api.user(name)
            .flatMap(user -> user.text("Privileged"))
            .filter(value -> !value.equals("0"))
            .isPresent();
  }
}
