package org.svarbar.admin;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.intake.ReceivedDelivery;
import org.svarbar.outbox.AcceptedAction;
import org.svarbar.platform.Attempts;

/**
 * A delivery or an action as programs see it; what is not known is empty.
 *
 * @param what the event or the kind of action
 */
public record WorkView(
    long id,
    String connection,
    String ticket,
    String what,
    String state,
    int attempts,
    Instant since,
    Instant dueAt,
    Optional<Instant> finishedAt,
    String outcome,
    String lastError,
    String correlation) {

  static WorkView of(ReceivedDelivery delivery) {
    return of(
        delivery.id(),
        delivery.connection().value(),
        delivery.ticketId().orElse(""),
        delivery.event().orElse(""),
        delivery.receivedAt(),
        delivery.outcome().orElse(""),
        delivery.attempts(),
        delivery.correlation());
  }

  static WorkView of(AcceptedAction action) {
    return of(
        action.id(),
        action.ticket().connection().value(),
        action.ticket().id(),
        action.kind(),
        action.createdAt(),
        action.outcome().orElse(""),
        action.attempts(),
        action.correlation());
  }

  private static WorkView of(
      long id,
      String connection,
      String ticket,
      String what,
      Instant since,
      String outcome,
      Attempts attempts,
      Optional<String> correlation) {
    return new WorkView(
        id,
        connection,
        ticket,
        what,
        attempts.state().name().toLowerCase(java.util.Locale.ROOT),
        attempts.count(),
        since,
        attempts.dueAt(),
        attempts.finishedAt(),
        outcome,
        attempts.lastError().orElse(""),
        correlation.orElse(""));
  }
}
