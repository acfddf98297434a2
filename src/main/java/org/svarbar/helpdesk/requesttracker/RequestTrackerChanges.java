package org.svarbar.helpdesk.requesttracker;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Fields;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/**
 * Walks through the tickets that changed. A ticket that changes meanwhile moves to the end and
 * shifts all behind it by one place, so numbered pages would leave one out: each page begins at the
 * last change of the page before it.
 */
record RequestTrackerChanges(RequestTrackerApi api) {

  /** Oldest change first. */
  Stream<ChangedTicket> since(Instant since, ConnectionId connection) {
    var start = since.truncatedTo(ChronoUnit.SECONDS);
    return Stream.iterate(page(start, 1), Page::isThere, this::next)
        .flatMap(page -> page.tickets().stream())
        // a time zone east of UTC brings older ones along
        .filter(ticket -> !changed(ticket, start).isBefore(start))
        .flatMap(
            ticket ->
                ticket
                    .text("id")
                    .map(id -> new TicketRef(connection, id))
                    .map(ref -> new ChangedTicket(ref, changed(ticket, start)))
                    .stream())
        .distinct();
  }

  private Page page(Instant since, int number) {
    var answer = api.changed(since, number);
    return new Page(since, number, answer.objects("items"), isLast(answer));
  }

  /** RT counts pages only for whom it checks rights in the database, which is its default. */
  private static boolean isLast(Fields answer) {
    var pages = answer.text("pages").map(Double::parseDouble);
    var page = answer.text("page").map(Double::parseDouble);
    return pages.isPresent() && page.isPresent() && page.get() >= pages.get();
  }

  private Page next(Page page) {
    if (page.isLast()) {
      return new Page(page.since(), page.number(), List.of(), true);
    }
    var last = changed(page.tickets().getLast(), page.since());
    return last.isAfter(page.since()) ? page(last, 1) : page(page.since(), page.number() + 1);
  }

  private static Instant changed(Fields ticket, Instant otherwise) {
    return ticket.instant("LastUpdated").orElse(otherwise);
  }

  /** Tickets changed at or after `since`, of which this is page `number`. */
  private record Page(Instant since, int number, List<Fields> tickets, boolean isLast) {

    boolean isThere() {
      return !tickets.isEmpty();
    }
  }
}
