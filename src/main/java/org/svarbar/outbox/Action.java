package org.svarbar.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.svarbar.helpdesk.Performed;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Correlation;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/** Something to do in a helpdesk: the row that is also its place in the queue. */
@Entity
@Table(name = "actions")
class Action {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(nullable = false, length = 20)
  String kind;

  @Column(name = "action_key", nullable = false, length = 64)
  String key;

  @Column(nullable = false, length = 500000)
  String payload;

  @Column(name = "external_id", length = 200)
  String externalId;

  @Column(length = 400)
  String outcome;

  /** Empty: of what was accepted before there was any. */
  @Column(length = 32)
  String correlation;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected Action() {}

  Action(TicketAction action, Instant now) {
    connectionId = action.ticket().connection().value();
    ticketId = action.ticket().id();
    kind = ActionPayload.kind(action);
    key = action.key();
    payload = ActionPayload.write(action);
    createdAt = now;
    correlation = Correlation.current().orElseGet(Correlation::made).id();
    attempts = Attempts.dueAt(now);
  }

  /** What the webhook carries that it follows from. */
  Correlation correlation() {
    return Optional.ofNullable(correlation).map(Correlation::new).orElseGet(Correlation::made);
  }

  ConnectionId connection() {
    return new ConnectionId(connectionId);
  }

  TicketRef ticket() {
    return new TicketRef(connection(), ticketId);
  }

  TicketAction action() {
    return ActionPayload.read(kind, payload);
  }

  /** Records what the helpdesk made of it. */
  void ended(Performed performed, Instant now) {
    switch (performed) {
      case Performed.Done done -> {
        externalId = done.externalId().isEmpty() ? null : done.externalId();
        outcome = "done";
        attempts.done(now);
      }
      case Performed.Opened opened -> {
        ticketId = opened.ticket();
        externalId = opened.number();
        outcome = "done";
        // what the customer wrote lies in the helpdesk now
        payload = ActionPayload.ERASED;
        attempts.done(now);
      }
      case Performed.DoneBefore before -> {
        outcome = "an earlier attempt had reached the helpdesk";
        attempts.done(now);
      }
      case Performed.Withheld withheld -> {
        outcome = "not sent: " + withheld.why();
        attempts.done(now);
      }
      case Performed.Refused refused -> attempts.gaveUp(refused.reason(), now);
      case Performed.NotSupported not ->
          attempts.gaveUp("this helpdesk cannot do it: " + not.what(), now);
    }
  }

  /** The text goes; what is left says that it was there. */
  void forget(Instant now) {
    payload = ActionPayload.ERASED;
    if (attempts.state() == Attempts.State.OPEN) {
      attempts.gaveUp("erased before it was done", now);
    }
  }

  boolean isErased() {
    return payload.equals(ActionPayload.ERASED);
  }

  AcceptedAction accepted() {
    return new AcceptedAction(
        id,
        ticket(),
        kind,
        key,
        createdAt,
        Optional.ofNullable(externalId),
        Optional.ofNullable(outcome),
        attempts,
        Optional.ofNullable(correlation));
  }
}
