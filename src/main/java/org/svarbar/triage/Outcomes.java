package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Outcome.LearnedBy;

/** All outcomes. */
@ApplicationScoped
@Transactional
public class Outcomes {

  private static final int MOST = 10_000;

  /** For so long what is known may be remembered: verdicts come faster than outcomes. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  private final Map<ConnectionId, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(List<Known> known, Instant readAt) {}

  /** How many outcomes there are like a certain one, and of how many the first was right. */
  record Alike(int cases, int right) {}

  /** Stores it; what was learned of the same message by the same means before is replaced. */
  public void put(Outcome outcome) {
    find(outcome)
        .ifPresentOrElse(
            row -> row.change(outcome), () -> entities.persist(new OutcomeRow(outcome)));
    remembered.remove(outcome.ticket().connection());
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

  /**
   * What is known of each message, the oldest first: as {@link #judged}, and those that a replay
   * had to leave undecided.
   */
  List<Known> known(ConnectionId connection) {
    var surest = new LinkedHashMap<String, Known.Row>();
    var undecided = new HashSet<String>();
    for (var row : rows(connection)) {
      if (!row.isCertain()) {
        undecided.add(row.of());
      }
      surest.merge(row.of(), row, Outcomes::surer);
    }
    return surest.entrySet().stream()
        .map(it -> known(it.getValue(), undecided.contains(it.getKey())))
        .sorted(Comparator.comparing(Known::at))
        .toList();
  }

  private static Known known(Known.Row row, boolean wasUndecided) {
    var alone = Known.of(row);
    return new Known(
        alone.raw(),
        alone.standing(),
        wasUndecided && row.by().compareTo(LearnedBy.VOTE) >= 0,
        alone.group(),
        alone.at());
  }

  private static Known.Row surer(Known.Row one, Known.Row other) {
    if (one.isCertain() != other.isCertain()) {
      return one.isCertain() ? one : other;
    }
    return one.by().compareTo(other.by()) >= 0 ? one : other;
  }

  /** Columns alone: rows as entities would each be looked at again when the transaction ends. */
  private List<Known.Row> rows(ConnectionId connection) {
    return entities
        .createQuery(
            "select o.ticketId, o.messageId, o.learnedBy, o.firstRight, o.certainty,"
                + " o.rawProbability, o.group, o.occurredAt from OutcomeRow o"
                + " where o.connectionId = :connection"
                + " and (o.certainty >= :certain or o.learnedBy = :replay) order by o.id desc",
            Object[].class)
        .setParameter("connection", connection.value())
        .setParameter("certain", Outcome.CERTAIN_ENOUGH)
        .setParameter("replay", OutcomeRow.word(LearnedBy.REPLAY))
        .setMaxResults(MOST)
        .getResultStream()
        .map(Outcomes::row)
        .toList();
  }

  private static Known.Row row(Object[] it) {
    return new Known.Row(
        (String) it[0],
        (String) it[1],
        OutcomeRow.learnedBy((String) it[2]),
        (Boolean) it[3],
        (Double) it[4],
        (Double) it[5],
        Optional.ofNullable((String) it[6]),
        (Instant) it[7]);
  }

  /** At least as many as {@link #judged} gives: a message counts once there. */
  long countCertain(ConnectionId connection) {
    return entities
        .createQuery(
            "select count(o) from OutcomeRow o where o.connectionId = :connection"
                + " and o.certainty >= :certain",
            Long.class)
        .setParameter("connection", connection.value())
        .setParameter("certain", Outcome.CERTAIN_ENOUGH)
        .getSingleResult();
  }

  /** Of those whose probability was about this; what another server learned counts soon. */
  Alike alike(ConnectionId connection, double raw, double within) {
    var near =
        remembered(connection).stream()
            .filter(it -> it.isDecided() && Math.abs(it.raw() - raw) <= within)
            .toList();
    return new Alike(near.size(), (int) near.stream().filter(Known::isRight).count());
  }

  private List<Known> remembered(ConnectionId connection) {
    var before = remembered.get(connection);
    if (before != null && before.readAt().plus(FRESH).isAfter(clock.instant())) {
      return before.known();
    }
    var fresh = known(connection);
    remembered.put(connection, new Remembered(fresh, clock.instant()));
    return fresh;
  }

  /** Forgets what was learned of a ticket by this means. */
  public void remove(TicketRef ticket, LearnedBy by) {
    entities
        .createQuery(
            "delete from OutcomeRow o where o.connectionId = :connection"
                + " and o.ticketId = :ticket and o.learnedBy = :by")
        .setParameter("connection", ticket.connection().value())
        .setParameter("ticket", ticket.id())
        .setParameter("by", OutcomeRow.word(by))
        .executeUpdate();
    remembered.remove(ticket.connection());
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
