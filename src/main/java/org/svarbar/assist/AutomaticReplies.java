package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/** All automatic replies, sent and to be sent. */
@ApplicationScoped
@Transactional
public class AutomaticReplies {

  private static final Duration DAY = Duration.ofDays(1);

  @PersistenceContext EntityManager entities;

  /** Stores it in the caller's transaction, unless the ticket has one. */
  @Transactional(Transactional.TxType.MANDATORY)
  void addOnce(AutomaticReply reply) {
    if (row(reply.ticket()).isEmpty()) {
      entities.persist(new AutomaticReplyRow(reply));
    }
  }

  /** That of the ticket. */
  Optional<AutomaticReply> of(TicketRef ticket) {
    return row(ticket).map(AutomaticReplyRow::reply);
  }

  /** Whether this message was answered automatically, and nothing spoke against it later. */
  boolean hasAnswered(TicketRef ticket, String messageId) {
    return row(ticket)
        .filter(row -> row.messageId.equals(messageId) && row.withheld.isEmpty())
        .isPresent();
  }

  /** How many the requester had been promised in the day before this one. */
  int countBefore(AutomaticReply reply) {
    var own = row(reply.ticket()).map(it -> it.id).orElse(Long.MAX_VALUE);
    return entities
        .createQuery(
            "select count(r) from AutomaticReplyRow r where r.requester = :requester"
                + " and r.decidedAt > :since and r.id < :own and r.withheld = ''",
            Long.class)
        .setParameter("requester", reply.requester())
        .setParameter("since", reply.decidedAt().minus(DAY))
        .setParameter("own", own)
        .getSingleResult()
        .intValue();
  }

  /** It was not sent after all. */
  void withhold(TicketRef ticket, Objection why) {
    row(ticket).ifPresent(row -> row.withheld = why.word());
  }

  private Optional<AutomaticReplyRow> row(TicketRef ticket) {
    return entities
        .createQuery(
            "select r from AutomaticReplyRow r where r.connectionId = :connection"
                + " and r.ticketId = :ticket",
            AutomaticReplyRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .getResultStream()
        .findFirst();
  }
}
