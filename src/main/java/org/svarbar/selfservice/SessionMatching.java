package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.svarbar.text.MailText;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** Finds the session that led to a ticket. */
@ApplicationScoped
class SessionMatching {

  /** For so long after it was quiet, a session may have led to a ticket that does not name it. */
  private static final Duration CLOSE = Duration.ofHours(24);

  /** So much of what was searched and asked must be in the ticket. */
  private static final double SIMILAR = 0.25;

  private static final int MOST_CANDIDATES = 5;

  @PersistenceContext EntityManager entities;
  @Inject HelpSites sites;
  @Inject HelpSessions sessions;
  @Inject SessionLinks links;
  @Inject Digests digests;
  @Inject Clock clock;

  /** The session of the ticket; what is found is remembered. */
  @Transactional
  Optional<LinkedSession> match(Ticket ticket) {
    var known = links.of(ticket.ref());
    if (known.filter(it -> it.quality() != MatchQuality.PROBABLE).isPresent()) {
      return known;
    }
    var requester = digests.ofPerson(ticket.requester().email()).orElse("");
    var isLinked =
        byReference(ticket, requester) || known.isPresent() || byPerson(ticket, requester);
    return isLinked ? links.of(ticket.ref()) : Optional.empty();
  }

  /**
   * The session whose code the customer read out, if it is one of the last day.
   *
   * @param requester digest of the requester's address; empty: unknown
   * @return empty: there is no such code, or it belongs to somebody else's ticket
   */
  @Transactional
  Optional<LinkedSession> byPhone(TicketRef ticket, String code, String requester) {
    var found =
        entities
            .createQuery(
                "select s from SessionRow s where s.phoneCode = :code and s.lastAt > :since",
                SessionRow.class)
            .setParameter("code", code)
            .setParameter("since", clock.instant().minus(CLOSE))
            .getResultStream()
            .filter(row -> leadsTo(row, ticket.connection()))
            .toList();
    // two at once are as good as none
    return found.size() == 1
            && links.link(found.getFirst().id, ticket, MatchQuality.PHONE, requester)
        ? links.of(ticket)
        : Optional.empty();
  }

  /** The session that a bot hands over with the ticket that it names. */
  @Transactional
  Optional<LinkedSession> byBot(TicketRef ticket, String reference, String requester) {
    return rows("reference", reference).stream()
            .filter(row -> leadsTo(row, ticket.connection()))
            .anyMatch(row -> links.link(row.id, ticket, MatchQuality.EXACT, requester))
        ? links.of(ticket)
        : Optional.empty();
  }

  private boolean byReference(Ticket ticket, String requester) {
    return Reference.in(written(ticket)).stream()
        .flatMap(reference -> rows("reference", reference.text()).stream())
        .filter(row -> leadsTo(row, ticket.ref().connection()))
        .anyMatch(row -> links.link(row.id, ticket.ref(), MatchQuality.EXACT, requester));
  }

  private boolean byPerson(Ticket ticket, String requester) {
    if (requester.isEmpty()) {
      return false;
    }
    return rows("personDigest", requester).stream()
        .filter(row -> row.lastAt.isAfter(clock.instant().minus(CLOSE)))
        .filter(row -> leadsTo(row, ticket.ref().connection()))
        .limit(MOST_CANDIDATES)
        .filter(row -> row.personVerified || isAboutTheSame(row, ticket))
        .anyMatch(
            row ->
                links.link(
                    row.id,
                    ticket.ref(),
                    row.personVerified ? MatchQuality.VERIFIED : MatchQuality.PROBABLE,
                    requester));
  }

  private boolean isAboutTheSame(SessionRow row, Ticket ticket) {
    var session = sessions.session(row);
    var asked =
        session.events().stream()
            .filter(
                event ->
                    event.kind() == SessionEvent.Kind.SEARCH
                        || event.kind() == SessionEvent.Kind.QUESTION)
            .map(SessionEvent::text)
            .collect(Collectors.joining("\n"));
    return SimilarText.share(asked, written(ticket), session.language()) >= SIMILAR;
  }

  /** What the requester wrote, and nobody else: an agent may quote another case. */
  private static String written(Ticket ticket) {
    return ticket.subject()
        + "\n"
        + ticket.messages().stream()
            .filter(Message::isFromRequester)
            .map(message -> MailText.of("", message.body(), message.html()).text())
            .collect(Collectors.joining("\n"));
  }

  private boolean leadsTo(SessionRow row, ConnectionId connection) {
    return sites.find(row.siteId).filter(site -> site.leadsTo(connection)).isPresent();
  }

  /** The newest first. */
  private List<SessionRow> rows(String field, String value) {
    return entities
        .createQuery(
            "select s from SessionRow s where s." + field + " = :value order by s.lastAt desc",
            SessionRow.class)
        .setParameter("value", value)
        .setMaxResults(MOST_CANDIDATES)
        .getResultList();
  }
}
