package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Which session led to which ticket. */
@ApplicationScoped
class SessionLinks {

  @PersistenceContext EntityManager entities;
  @Inject HelpSessions sessions;
  @Inject Clock clock;

  /** The session that led to this ticket; of several the surest, and the newest of those. */
  @Transactional
  Optional<LinkedSession> of(TicketRef ticket) {
    return rows(ticket).stream()
        .filter(link -> link.undoneAt == null)
        .min(
            Comparator.<LinkRow, MatchQuality>comparing(link -> link.quality)
                .thenComparing(link -> link.id, Comparator.reverseOrder()))
        .flatMap(
            link ->
                sessions.find(link.sessionId).map(found -> new LinkedSession(found, link.quality)));
  }

  /**
   * Says that the session led to the ticket, unless somebody said that it did not, or it led to a
   * ticket of another requester: what one customer did is no other's business.
   *
   * @param requester digest of the requester's address; empty: unknown
   * @return whether it is linked now
   */
  @Transactional
  boolean link(long session, TicketRef ticket, MatchQuality quality, String requester) {
    var known = linksOf(session);
    var same = known.stream().filter(link -> isOf(link, ticket)).findFirst();
    if (same.isPresent()) {
      return same.get().undoneAt == null;
    }
    var isOthers =
        known.stream()
            .filter(link -> link.undoneAt == null)
            .anyMatch(
                link -> requester.isEmpty() || !Objects.equals(link.requesterDigest, requester));
    if (!isOthers) {
      entities.persist(new LinkRow(session, ticket, quality, requester, clock.instant()));
    }
    return !isOthers;
  }

  /** Remembers that a note with this key says it in the ticket. */
  @Transactional
  void noted(long session, TicketRef ticket, String noteKey) {
    linksOf(session).stream()
        .filter(link -> isOf(link, ticket))
        .forEach(link -> link.noteKey = noteKey);
  }

  /** Takes all links of the ticket back; returns whether one of them had a note. */
  @Transactional
  boolean undo(TicketRef ticket) {
    var live = rows(ticket).stream().filter(link -> link.undoneAt == null).toList();
    live.forEach(link -> link.undoneAt = clock.instant());
    return live.stream().anyMatch(link -> link.noteKey != null);
  }

  /** The tickets that the session led to, without those that were taken back. */
  @Transactional
  List<HandedTicket> tickets(long session) {
    return linksOf(session).stream()
        .filter(link -> link.undoneAt == null)
        .map(
            link ->
                new HandedTicket(
                    new TicketRef(new ConnectionId(link.connectionId), link.ticketId),
                    link.quality.name().toLowerCase(Locale.ROOT),
                    link.linkedAt))
        .toList();
  }

  private List<LinkRow> linksOf(long session) {
    return entities
        .createQuery("select l from LinkRow l where l.sessionId = :session", LinkRow.class)
        .setParameter("session", session)
        .getResultList();
  }

  private List<LinkRow> rows(TicketRef ticket) {
    return entities
        .createQuery(
            "select l from LinkRow l where l.connectionId = :connection and l.ticketId = :ticket",
            LinkRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .getResultList();
  }

  private static boolean isOf(LinkRow link, TicketRef ticket) {
    return link.connectionId.equals(ticket.connection().value())
        && link.ticketId.equals(ticket.id());
  }
}
