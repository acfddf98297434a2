package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.svarbar.ticket.TicketRef;

/** Says that a session led to a ticket. */
@Entity
@Table(name = "help_links")
class LinkRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "session_id", nullable = false)
  Long sessionId;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  MatchQuality quality;

  @Column(name = "requester_digest", length = 64)
  String requesterDigest;

  @Column(name = "linked_at", nullable = false)
  Instant linkedAt;

  @Column(name = "undone_at")
  Instant undoneAt;

  @Column(name = "note_key", length = 64)
  String noteKey;

  /** For JPA. */
  protected LinkRow() {}

  LinkRow(long sessionId, TicketRef ticket, MatchQuality quality, String requester, Instant now) {
    this.sessionId = sessionId;
    this.connectionId = ticket.connection().value();
    this.ticketId = ticket.id();
    this.quality = quality;
    this.requesterDigest = requester.isEmpty() ? null : requester;
    this.linkedAt = now;
  }
}
