package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.svarbar.outbox.Actions;
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
    actions.forgetOpenings(open -> open.isFor(email));
    return digests
        .ofPerson(email)
        .map(
            person ->
                erase(
                    entities
                        .createQuery(
                            "select s from SessionRow s where s.personDigest = :person or s.id in"
                                + " (select l.sessionId from LinkRow l where"
                                + " l.requesterDigest = :person)",
                            SessionRow.class)
                        .setParameter("person", person)
                        .getResultList()))
        .orElse(0);
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
