package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** All verdicts, one for each message. */
@ApplicationScoped
public class Verdicts {

  @PersistenceContext EntityManager entities;

  /** Stores it in the caller's transaction, unless the message has one already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addOnce(Judged judged) {
    if (row(judged.ticket(), judged.messageId()).isEmpty()) {
      entities.persist(new VerdictRow(judged));
    }
  }

  /** The message's verdict. */
  @Transactional
  public Optional<Judged> find(TicketRef ticket, String messageId) {
    return row(ticket, messageId).map(VerdictRow::judged);
  }

  /** Those about a ticket, the newest first. */
  @Transactional
  public List<Judged> of(TicketRef ticket) {
    return entities
        .createQuery(
            "select v from VerdictRow v where v.connectionId = :connection"
                + " and v.ticketId = :ticket order by v.id desc",
            VerdictRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .getResultList()
        .stream()
        .map(VerdictRow::judged)
        .toList();
  }

  /** The newest of a connection. */
  @Transactional
  public List<Judged> latest(ConnectionId connection, int most) {
    return entities
        .createQuery(
            "select v from VerdictRow v where v.connectionId = :connection order by v.id desc",
            VerdictRow.class)
        .setParameter("connection", connection.value())
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(VerdictRow::judged)
        .toList();
  }

  /**
   * The newest of the connection's other tickets for which this entry was the best suggestion and,
   * as people said or did, right.
   */
  @Transactional
  public List<Judged> rightBefore(TicketRef ticket, long entryId, int most) {
    return entities
        .createQuery(
            "select v from VerdictRow v where v.connectionId = :connection"
                + " and v.entryId = :entry and v.ticketId <> :ticket and exists (select o.id from"
                + " OutcomeRow o where o.connectionId = v.connectionId and o.ticketId = v.ticketId"
                + " and o.messageId = v.messageId and o.firstRight = true"
                + " and o.certainty >= :certain) order by v.id desc",
            VerdictRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("entry", entryId)
        .setParameter("ticket", ticket.id())
        .setParameter("certain", Outcome.CERTAIN_ENOUGH)
        .setMaxResults(most)
        .getResultStream()
        .map(VerdictRow::judged)
        .toList();
  }

  /** In how many tickets this entry was the best suggestion in that time, but for this ticket. */
  @Transactional
  int countSimilar(long entryId, Instant since, Instant until, String exceptTicket) {
    return entities
        .createQuery(
            "select count(distinct concat(v.connectionId, '#', v.ticketId)) from VerdictRow v"
                + " where v.entryId = :entry and v.judgedAt >= :since and v.judgedAt <= :until"
                + " and v.ticketId <> :except",
            Long.class)
        .setParameter("entry", entryId)
        .setParameter("since", since)
        .setParameter("until", until)
        .setParameter("except", exceptTicket)
        .getSingleResult()
        .intValue();
  }

  private Optional<VerdictRow> row(TicketRef ticket, String messageId) {
    return entities
        .createQuery(
            "select v from VerdictRow v where v.connectionId = :connection"
                + " and v.ticketId = :ticket and v.messageId = :message",
            VerdictRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setParameter("message", messageId)
        .getResultStream()
        .findFirst();
  }
}
