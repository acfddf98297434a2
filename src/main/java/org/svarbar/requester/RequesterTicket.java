package org.svarbar.requester;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Says whose ticket it is, to those who know the address. */
@Entity
@Table(name = "requester_tickets")
class RequesterTicket {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(nullable = false, length = 64)
  String requester;

  @Column(name = "seen_at", nullable = false)
  Instant seenAt;

  /** For JPA. */
  protected RequesterTicket() {}

  RequesterTicket(TicketRef ticket, String requester, Instant now) {
    connectionId = ticket.connection().value();
    ticketId = ticket.id();
    this.requester = requester;
    seenAt = now;
  }

  TicketRef ticket() {
    return new TicketRef(new ConnectionId(connectionId), ticketId);
  }
}
