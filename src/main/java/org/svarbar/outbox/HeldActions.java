package org.svarbar.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.requester.Holding;
import org.svarbar.requester.Requester;

/**
 * What was written into the requester's tickets, or is still to be, and what names the address.
 * That it was done stays, so that it is not done again.
 */
@ApplicationScoped
@Transactional
class HeldActions implements Holding {

  @PersistenceContext EntityManager entities;
  @Inject Actions actions;
  @Inject Clock clock;

  @Override
  public Set<String> tables() {
    return Set.of("actions");
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    return Map.of("actions", all(requester).map(HeldActions::row).toList());
  }

  @Override
  public void erase(Requester requester) {
    all(requester)
        .forEach(
            action -> {
              entities.lock(action, LockModeType.PESSIMISTIC_WRITE);
              action.forget(clock.instant());
            });
  }

  @Override
  public int forgetBefore(Instant time) {
    return actions.deleteEndedBefore(time);
  }

  private static Map<String, Object> row(Action action) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", action.id);
    row.put("connection_id", action.connectionId);
    row.put("ticket_id", action.ticketId);
    row.put("kind", action.kind);
    row.put("created_at", action.createdAt.toString());
    row.put("payload", action.payload);
    return row;
  }

  private Stream<Action> all(Requester requester) {
    return Stream.concat(
            requester.tickets().stream()
                .flatMap(
                    ticket ->
                        entities
                            .createQuery(
                                "select a from Action a where a.connectionId = :connection and"
                                    + " a.ticketId = :ticket and a.payload <> :erased",
                                Action.class)
                            .setParameter("connection", ticket.connection().value())
                            .setParameter("ticket", ticket.id())
                            .setParameter("erased", ActionPayload.ERASED)
                            .getResultStream()),
            naming(requester))
        .distinct();
  }

  private Stream<Action> naming(Requester requester) {
    return requester.email().isEmpty()
        ? Stream.of()
        : entities
            .createQuery(
                "select a from Action a where lower(a.payload) like :email escape '!'"
                    + " order by a.id",
                Action.class)
            .setParameter("email", "%" + requester.email().replaceAll("([!%_])", "!$1") + "%")
            .getResultStream()
            .filter(action -> requester.isNamedIn(action.payload));
  }
}
