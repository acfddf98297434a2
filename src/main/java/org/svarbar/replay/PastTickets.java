package org.svarbar.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** Brings past tickets a few at a time, from a helpdesk or a file. */
@ApplicationScoped
class PastTickets {

  private static final int AT_A_TIME = 50;

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;

  /**
   * Some tickets.
   *
   * @param until when the last of them changed: what comes before need not be asked for again
   * @param fresh how many of them no earlier run has come by; of those that changed in the very
   *     second in which it was interrupted it cannot be told, and none count. 0 of a file, whose
   *     tickets are counted when it comes
   * @param read brings those of them that are wanted; what the helpdesk does not show is left out
   */
  record Some(
      List<TicketRef> tickets,
      Instant until,
      int fresh,
      Function<List<TicketRef>, List<Ticket>> read) {
    Some {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * From the helpdesk, those that changed last since `position`, oldest first.
   *
   * @throws org.svarbar.helpdesk.HelpdeskUnavailable also while what is given is walked through
   */
  Iterator<Some> of(ReplayOrder order, Instant position) {
    var via =
        connections
            .find(order.connection())
            .orElseThrow(
                () -> new IllegalStateException("connection " + order.connection() + " is gone"));
    var changed =
        helpdesks
            .of(via)
            .changedSince(position, via)
            .takeWhile(it -> it.changedAt().isBefore(order.until()))
            .iterator();
    var isResumed = position.isAfter(order.from());
    return new Pages(
        changed, it -> !isResumed || it.changedAt().isAfter(position), refs -> read(refs, via));
  }

  private List<Ticket> read(List<TicketRef> refs, Connection via) {
    return helpdesks.of(via).fetchAll(refs, via).stream()
        .filter(ticket -> via.worksFor(ticket.group()))
        .toList();
  }

  /** Of a file, all. */
  static Iterator<Some> of(List<Ticket> tickets, Instant position) {
    return IntStream.iterate(0, from -> from < tickets.size(), from -> from + AT_A_TIME)
        .mapToObj(from -> tickets.subList(from, Math.min(from + AT_A_TIME, tickets.size())))
        .map(
            some ->
                new Some(
                    some.stream().map(Ticket::ref).toList(),
                    position,
                    0,
                    wanted -> some.stream().filter(it -> wanted.contains(it.ref())).toList()))
        .iterator();
  }

  /** Puts changed tickets together. */
  private record Pages(
      Iterator<ChangedTicket> changed,
      Predicate<ChangedTicket> isFresh,
      Function<List<TicketRef>, List<Ticket>> read)
      implements Iterator<Some> {

    @Override
    public boolean hasNext() {
      return changed.hasNext();
    }

    @Override
    public Some next() {
      var some = new ArrayList<ChangedTicket>();
      while (some.size() < AT_A_TIME && changed.hasNext()) {
        some.add(changed.next());
      }
      var refs = some.stream().map(ChangedTicket::ref).distinct().toList();
      var fresh = (int) some.stream().filter(isFresh).map(ChangedTicket::ref).distinct().count();
      return new Some(refs, some.getLast().changedAt(), fresh, read);
    }
  }
}
