package org.svarbar.requester;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.ticket.TicketRef;

/** Rows of one table that are about a ticket, and are deleted with it. */
public abstract class TicketRows implements Holding {

  private static final String OF_THE_TICKET = "connection_id = :connection and ticket_id = :ticket";

  @PersistenceContext EntityManager entities;

  private final String table;
  private final String over;
  private final String ofTheTicket;

  /**
   * A table with the columns `connection_id` and `ticket_id`.
   *
   * @param over the condition in SQL that such a row has been kept long enough, with the parameter
   *     `:before`
   */
  protected TicketRows(String table, String over) {
    this(table, over, OF_THE_TICKET);
  }

  /**
   * @param over as above
   * @param ofTheTicket a condition in SQL with the parameters `:connection` and `:ticket`
   */
  protected TicketRows(String table, String over, String ofTheTicket) {
    this.table = table;
    this.over = over;
    this.ofTheTicket = ofTheTicket;
  }

  @Override
  public Set<String> tables() {
    return Set.of(table);
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    var all = new ArrayList<Map<String, Object>>();
    for (var ticket : requester.tickets()) {
      all.addAll(
          Columns.of(entities, "select * from " + table + " where " + ofTheTicket, of(ticket)));
    }
    return Map.of(table, all);
  }

  @Override
  public void erase(Requester requester) {
    for (var ticket : requester.tickets()) {
      var delete = entities.createNativeQuery("delete from " + table + " where " + ofTheTicket);
      of(ticket).forEach(delete::setParameter);
      delete.executeUpdate();
    }
  }

  @Override
  public int forgetBefore(Instant before) {
    return entities
        .createNativeQuery("delete from " + table + " where " + over)
        .setParameter("before", before)
        .executeUpdate();
  }

  private static Map<String, Object> of(TicketRef ticket) {
    return Map.of("connection", ticket.connection().value(), "ticket", ticket.id());
  }
}
