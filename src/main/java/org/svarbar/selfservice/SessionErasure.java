package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.svarbar.outbox.Actions;
import org.svarbar.requester.Requester;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Erases sessions, and their text in the actions that wrote it into a helpdesk. */
@ApplicationScoped
public class SessionErasure {

  @PersistenceContext EntityManager entities;
  @Inject Digests digests;
  @Inject Actions actions;

  /** The session with this reference; says whether there was one. */
  @Transactional
  public boolean session(String reference) {
    actions.forgetOpenings(open -> open.text().contains(reference));
    return erase(
            entities
                .createQuery(
                    "select s from SessionRow s where s.reference = :reference", SessionRow.class)
                .setParameter("reference", reference)
                .getResultList())
        > 0;
  }

  /**
   * The sessions in which this address was given, and those that led to tickets of it; returns how
   * many there were.
   */
  @Transactional
  int person(String email) {
    return all(new Requester(email, Set.of()));
  }

  /**
   * The same, and those that led to the requester's tickets, whoever is known to have been there.
   */
  @Transactional
  int all(Requester requester) {
    actions.forgetOpenings(open -> open.isFor(requester.email()));
    return erase(of(requester));
  }

  List<SessionRow> of(Requester requester) {
    var all = new LinkedHashSet<SessionRow>();
    digests
        .ofPerson(requester.email())
        .ifPresent(
            person ->
                all.addAll(
                    entities
                        .createQuery(
                            "select s from SessionRow s where s.personDigest = :person or s.id in"
                                + " (select l.sessionId from LinkRow l where"
                                + " l.requesterDigest = :person)",
                            SessionRow.class)
                        .setParameter("person", person)
                        .getResultList()));
    for (var ticket : requester.tickets()) {
      all.addAll(
          entities
              .createQuery(
                  "select s from SessionRow s where s.id in (select l.sessionId from LinkRow l"
                      + " where l.connectionId = :connection and l.ticketId = :ticket"
                      + " and l.undoneAt is null)",
                  SessionRow.class)
              .setParameter("connection", ticket.connection().value())
              .setParameter("ticket", ticket.id())
              .getResultList());
    }
    return List.copyOf(all);
  }

  private int erase(List<SessionRow> sessions) {
    for (var session : sessions) {
      entities
          .createQuery(
              "select l from LinkRow l where l.sessionId = :session and l.noteKey is not null",
              LinkRow.class)
          .setParameter("session", session.id)
          .getResultList()
          .forEach(
              link ->
                  actions.forget(
                      new TicketRef(new ConnectionId(link.connectionId), link.ticketId),
                      link.noteKey));
      entities.remove(session);
    }
    return sessions.size();
  }
}
