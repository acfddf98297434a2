package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.requester.Columns;
import org.svarbar.requester.Holding;
import org.svarbar.requester.Requester;
import org.svarbar.requester.RequesterTickets;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/**
 * What webhooks held: of the requester's tickets, and wherever the address stands. That they came
 * stays, so that none is worked on a second time.
 */
@ApplicationScoped
@Transactional
class HeldDeliveries implements Holding {

  private static final int AT_A_TIME = 200;

  @PersistenceContext EntityManager entities;
  @Inject RequesterTickets known;
  @Inject Deliveries deliveries;
  @Inject Clock clock;

  @Override
  public Set<String> tables() {
    return Set.of("deliveries");
  }

  /** Tickets of which nobody else is known to be the requester. */
  @Override
  public Set<TicketRef> tickets(Requester requester) {
    var found = new LinkedHashSet<TicketRef>();
    for (var id : naming(requester)) {
      var delivery = entities.find(Delivery.class, id);
      if (delivery.ticketId != null && !delivery.ticketId.isBlank()) {
        found.add(new TicketRef(new ConnectionId(delivery.connectionId), delivery.ticketId));
      }
    }
    found.removeIf(known::isKnown);
    return found;
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    var all = new ArrayList<Map<String, Object>>();
    for (var id : all(requester)) {
      all.addAll(
          Columns.of(
              entities,
              "select id, connection_id, received_at, ticket_id, event, outcome, body"
                  + " from deliveries where id = :id",
              Map.of("id", id)));
    }
    return Map.of("deliveries", all);
  }

  @Override
  public void erase(Requester requester) {
    for (var id : all(requester)) {
      entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE).forget(clock.instant());
    }
  }

  @Override
  public int forgetBefore(Instant time) {
    return deliveries.deleteEndedBefore(time);
  }

  private Set<Long> all(Requester requester) {
    var all = new LinkedHashSet<>(naming(requester));
    for (var ticket : requester.tickets()) {
      all.addAll(
          entities
              .createQuery(
                  "select d.id from Delivery d where d.connectionId = :connection"
                      + " and d.ticketId = :ticket and d.headers <> :erased order by d.id",
                  Long.class)
              .setParameter("connection", ticket.connection().value())
              .setParameter("ticket", ticket.id())
              .setParameter("erased", Delivery.ERASED)
              .getResultList());
    }
    return all;
  }

  /** Read one after the other: how a helpdesk writes an address is its own matter. */
  private List<Long> naming(Requester requester) {
    var naming = new ArrayList<Long>();
    if (requester.email().isEmpty()) {
      return naming;
    }
    var last = 0L;
    List<Object[]> some;
    do {
      some =
          entities
              .createQuery(
                  "select d.id, d.body from Delivery d where d.id > :last"
                      + " and d.headers <> :erased order by d.id",
                  Object[].class)
              .setParameter("last", last)
              .setParameter("erased", Delivery.ERASED)
              .setMaxResults(AT_A_TIME)
              .getResultList();
      for (var each : some) {
        last = (Long) each[0];
        if (requester.isNamedIn(new String((byte[]) each[1], StandardCharsets.UTF_8))) {
          naming.add(last);
        }
      }
    } while (some.size() == AT_A_TIME);
    return naming;
  }
}
