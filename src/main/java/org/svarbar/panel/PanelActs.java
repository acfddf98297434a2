package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/** All that agents did in the panel. */
@ApplicationScoped
@Transactional
class PanelActs {

  @PersistenceContext EntityManager entities;

  /** Stores it; the same agent's same act on the same suggestion before is replaced. */
  void put(PanelAct act) {
    find(act).ifPresentOrElse(row -> row.change(act), () -> entities.persist(new PanelActRow(act)));
  }

  /** About one message, oldest first. */
  List<PanelAct> of(TicketRef ticket, String messageId) {
    return entities
        .createQuery(
            "select a from PanelActRow a where a.connectionId = :connection"
                + " and a.ticketId = :ticket and a.messageId = :message order by a.id",
            PanelActRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setParameter("message", messageId)
        .getResultStream()
        .map(PanelActRow::act)
        .toList();
  }

  private Optional<PanelActRow> find(PanelAct act) {
    return entities
        .createQuery(
            "select a from PanelActRow a where a.connectionId = :connection"
                + " and a.ticketId = :ticket and a.messageId = :message and a.entryId = :entry"
                + " and a.agent = :agent and a.act = :act",
            PanelActRow.class)
        .setParameter("connection", act.ticket().connection().value())
        .setParameter("ticket", act.ticket().id())
        .setParameter("message", act.messageId())
        .setParameter("entry", act.entryId())
        .setParameter("agent", act.agent())
        .setParameter("act", act.kind().word())
        .getResultStream()
        .findFirst();
  }
}
