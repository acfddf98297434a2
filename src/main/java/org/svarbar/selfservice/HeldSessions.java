package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.requester.Columns;
import org.svarbar.requester.Holding;
import org.svarbar.requester.Requester;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Sessions in which the requester's address was given, and those that led to their tickets. */
@ApplicationScoped
@Transactional
class HeldSessions implements Holding {

  private static final String OF_THE_SESSION = " where session_id = :session order by id";

  @PersistenceContext EntityManager entities;
  @Inject SessionErasure erasure;
  @Inject Digests digests;

  @Override
  public Set<String> tables() {
    return Set.of("help_sessions", "help_events", "help_links");
  }

  @Override
  public Set<TicketRef> tickets(Requester requester) {
    return digests
        .ofPerson(requester.email())
        .map(
            person ->
                entities
                    .createQuery(
                        "select l from LinkRow l where l.requesterDigest = :person", LinkRow.class)
                    .setParameter("person", person)
                    .getResultStream()
                    .map(it -> new TicketRef(new ConnectionId(it.connectionId), it.ticketId))
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    var sessions = erasure.of(requester);
    return Map.of(
        "help_sessions",
        sessions.stream().flatMap(it -> rows("help_sessions where id = :session", it)).toList(),
        "help_events",
        sessions.stream().flatMap(it -> rows("help_events" + OF_THE_SESSION, it)).toList(),
        "help_links",
        sessions.stream().flatMap(it -> rows("help_links" + OF_THE_SESSION, it)).toList());
  }

  private Stream<Map<String, Object>> rows(String from, SessionRow session) {
    return Columns.of(entities, "select * from " + from, Map.of("session", session.id)).stream();
  }

  @Override
  public void erase(Requester requester) {
    erasure.all(requester);
  }
}
