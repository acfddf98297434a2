package org.svarbar.panel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** An act's row. */
@Entity
@Table(name = "panel_acts")
class PanelActRow {

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

  @Column(nullable = false, length = 200)
  String agent;

  @Column(nullable = false, length = 10)
  String act;

  @Column(name = "is_right")
  Boolean isRight;

  @Column(length = 20)
  String reason;

  @Column(name = "acted_at", nullable = false)
  Instant actedAt;

  /** For JPA. */
  protected PanelActRow() {}

  PanelActRow(PanelAct act) {
    connectionId = act.ticket().connection().value();
    ticketId = act.ticket().id();
    messageId = act.messageId();
    entryId = act.entryId();
    agent = act.agent();
    this.act = act.kind().word();
    change(act);
  }

  /** The same again, perhaps with another vote. */
  final void change(PanelAct act) {
    isRight = act.isRight().orElse(null);
    reason = act.reason().map(PanelAct.Reason::word).orElse(null);
    actedAt = act.at();
  }

  PanelAct act() {
    return new PanelAct(
        new TicketRef(new ConnectionId(connectionId), ticketId),
        messageId,
        entryId,
        agent,
        PanelAct.Kind.find(act).orElseThrow(),
        Optional.ofNullable(isRight),
        Optional.ofNullable(reason).flatMap(PanelAct.Reason::find),
        actedAt);
  }
}
