package org.svarbar.assist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** An automatic reply's row, there before anything is sent. */
@Entity
@Table(name = "automatic_replies")
class AutomaticReplyRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "message_id", nullable = false, length = 200)
  String messageId;

  @Column(name = "entry_id", nullable = false)
  long entryId;

  @Column(nullable = false, length = 64)
  String requester;

  @Column(name = "decided_at", nullable = false)
  Instant decidedAt;

  @Column(nullable = false, length = 40)
  String withheld = "";

  /** For JPA. */
  protected AutomaticReplyRow() {}

  AutomaticReplyRow(AutomaticReply reply) {
    connectionId = reply.ticket().connection().value();
    ticketId = reply.ticket().id();
    messageId = reply.messageId();
    entryId = reply.entryId();
    requester = reply.requester();
    decidedAt = reply.decidedAt();
  }

  AutomaticReply reply() {
    var ticket = new TicketRef(new ConnectionId(connectionId), ticketId);
    return new AutomaticReply(ticket, messageId, entryId, requester, decidedAt);
  }
}
