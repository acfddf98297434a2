package org.svarbar.helpdesk.zammad;

import java.time.Instant;
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
record ZammadChanges(ZammadApi api) {

  /** Oldest change first. */
  Stream<ChangedTicket> since(Instant since, ConnectionId connection) {
    return Stream.iterate(first(since), Page::isThere, this::next)
        .flatMap(page -> page.tickets().stream())
        .flatMap(
            ticket ->
                ticket
                    .text("id")
                    .map(id -> new TicketRef(connection, id))
                    .map(ref -> new ChangedTicket(ref, changed(ticket, since)))
                    .stream())
        .distinct();
  }

  private Page first(Instant since) {
    return new Page(since, 1, api.changed(since, 1));
  }

  private Page next(Page page) {
    if (page.tickets().size() < ZammadApi.PAGE) {
      return new Page(page.since(), page.number(), List.of());
    }
    var last = changed(page.tickets().getLast(), page.since());
    if (last.isAfter(page.since())) {
      return first(last);
    }
    var number = page.number() + 1;
    return new Page(page.since(), number, api.changed(page.since(), number));
  }

  private static Instant changed(Fields ticket, Instant otherwise) {
    return ticket.instant("updated_at").orElse(otherwise);
  }

  /** Tickets changed at or after `since`, of which this is page `number`. */
  private record Page(Instant since, int number, List<Fields> tickets) {

    boolean isThere() {
      return !tickets.isEmpty();
    }
  }
}
