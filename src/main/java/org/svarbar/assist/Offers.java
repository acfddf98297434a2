package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/** All offers, one for each message. */
@ApplicationScoped
public class Offers {

  @PersistenceContext EntityManager entities;

  /** Stores it in the caller's transaction, unless the message has one already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addOnce(Offer offer) {
    if (find(offer.ticket(), offer.messageId()).isEmpty()) {
      entities.persist(new OfferRow(offer));
    }
  }

  /** What was offered for the ticket's newest message that we know. */
  @Transactional
  public Optional<Offer> latest(TicketRef ticket) {
    return rows(ticket, "").getResultStream().findFirst().map(OfferRow::offer);
  }

  /** What was offered for this message. */
  @Transactional
  public Optional<Offer> find(TicketRef ticket, String messageId) {
    return rows(ticket, " and o.messageId = :message")
        .setParameter("message", messageId)
        .getResultStream()
        .findFirst()
        .map(OfferRow::offer);
  }

  private TypedQuery<OfferRow> rows(TicketRef ticket, String also) {
    return entities
        .createQuery(
            "select o from OfferRow o where o.connectionId = :connection and o.ticketId = :ticket"
                + also
                + " order by o.id desc",
            OfferRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setMaxResults(1);
  }
}
