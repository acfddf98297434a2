package org.svarbar.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** A proposal's row. */
@Entity
@Table(name = "proposals")
class StoredProposal {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 60)
  String source;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "question_key", nullable = false, length = 64)
  String questionKey;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "group_name", length = 200)
  String group;

  @Column(nullable = false, length = 500)
  String question;

  @Column(nullable = false, length = 100_000)
  String answer;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8)
  Proposal.State state = Proposal.State.OPEN;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "entry_id")
  Long entryId;

  void decide(Proposal.State how, Instant now) {
    state = how;
    decidedAt = now;
  }

  Proposal proposal() {
    return new Proposal(
        id,
        source,
        new TicketRef(new ConnectionId(connectionId), ticketId),
        Locale.of(language),
        Optional.ofNullable(group),
        question,
        answer,
        state,
        createdAt);
  }
}
