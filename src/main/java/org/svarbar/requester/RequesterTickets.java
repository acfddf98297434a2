package org.svarbar.requester;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketRef;

/** Which tickets are whose: the addresses as keyed digests. */
@ApplicationScoped
@Transactional
public class RequesterTickets extends TicketRows {

  @PersistenceContext EntityManager rows;
  @Inject SecretBox box;
  @Inject Clock clock;

  RequesterTickets() {
    super("requester_tickets", "seen_at < :before");
  }

  /** Remembers it, so that what is kept of the ticket can be found by the requester's address. */
  public void remember(TicketRef ticket, Person requester) {
    if (!Requester.isAddress(requester.email())) {
      return;
    }
    var digest = digest(requester.email());
    var known =
        rows.createQuery(
                "select t.id from RequesterTicket t where t.connectionId = :connection"
                    + " and t.ticketId = :ticket and t.requester = :requester",
                Long.class)
            .setParameter("connection", ticket.connection().value())
            .setParameter("ticket", ticket.id())
            .setParameter("requester", digest)
            .getResultList();
    if (known.isEmpty()) {
      rows.persist(new RequesterTicket(ticket, digest, clock.instant()));
    }
  }

  @Override
  public Set<TicketRef> tickets(Requester requester) {
    return requester.email().isEmpty()
        ? Set.of()
        : rows.createQuery(
                "select t from RequesterTicket t where t.requester = :requester",
                RequesterTicket.class)
            .setParameter("requester", digest(requester.email()))
            .getResultStream()
            .map(RequesterTicket::ticket)
            .collect(Collectors.toSet());
  }

  /** Whether it is known whose ticket this is. */
  public boolean isKnown(TicketRef ticket) {
    return !rows.createQuery(
            "select t.id from RequesterTicket t where t.connectionId = :connection"
                + " and t.ticketId = :ticket",
            Long.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** In place of the address, where it must not be readable; as long as 64 characters. */
  String digest(String email) {
    return box.digest(Requester.normal(email), "requester/email");
  }
}
