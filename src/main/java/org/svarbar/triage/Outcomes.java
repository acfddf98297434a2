package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** All outcomes. */
@ApplicationScoped
@Transactional
public class Outcomes {

  private static final int MOST = 10_000;

  @PersistenceContext EntityManager entities;

  /** How many outcomes there are like a certain one, and of how many the first was right. */
  record Alike(int cases, int right) {}

  /** Stores it; what was learned of the same message by the same means before is replaced. */
  public void put(Outcome outcome) {
    find(outcome)
        .ifPresentOrElse(
            row -> row.change(outcome), () -> entities.persist(new OutcomeRow(outcome)));
  }

  private Optional<OutcomeRow> find(Outcome outcome) {
    return entities
        .createQuery(
            "select o from OutcomeRow o where o.connectionId = :connection and o.ticketId = :ticket"
                + " and o.messageId = :message and o.learnedBy = :by",
            OutcomeRow.class)
        .setParameter("connection", outcome.ticket().connection().value())
        .setParameter("ticket", outcome.ticket().id())
        .setParameter("message", outcome.messageId())
        .setParameter("by", OutcomeRow.word(outcome.learnedBy()))
        .getResultStream()
        .findFirst();
  }

  /**
   * The latest of those that are certain enough, one for each message: the surest. The oldest comes
   * first.
   */
  public List<Outcome> judged(ConnectionId connection) {
    var surest = new LinkedHashMap<List<Object>, Outcome>();
    for (var outcome : latest(connection)) {
      var message = List.<Object>of(outcome.ticket(), outcome.messageId());
      surest.merge(message, outcome, Outcomes::surer);
    }
    var judged = new ArrayList<>(surest.values());
    judged.sort(Comparator.comparing(Outcome::at));
    return judged;
  }

  private List<Outcome> latest(ConnectionId connection) {
    return entities
        .createQuery(
            "select o from OutcomeRow o where o.connectionId = :connection"
                + " and o.certainty >= :certain order by o.id desc",
            OutcomeRow.class)
        .setParameter("connection", connection.value())
        .setParameter("certain", Outcome.CERTAIN_ENOUGH)
        .setMaxResults(MOST)
        .getResultStream()
        .map(OutcomeRow::outcome)
        .toList();
  }

  private static Outcome surer(Outcome one, Outcome other) {
    return one.learnedBy().compareTo(other.learnedBy()) >= 0 ? one : other;
  }

  /** Of those whose probability was about this. */
  Alike alike(ConnectionId connection, double raw, double within) {
    var near =
        judged(connection).stream()
            .filter(it -> Math.abs(it.rawProbability() - raw) <= within)
            .toList();
    return new Alike(near.size(), (int) near.stream().filter(Outcome::firstRight).count());
  }

  /** Of one ticket. */
  public List<Outcome> of(TicketRef ticket) {
    return entities
        .createQuery(
            "select o from OutcomeRow o where o.connectionId = :connection"
                + " and o.ticketId = :ticket order by o.id",
            OutcomeRow.class)
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .getResultStream()
        .map(OutcomeRow::outcome)
        .toList();
  }
}
