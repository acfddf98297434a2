package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;

/** What is promised at each connection and in each group, and whether the evidence carries it. */
@ApplicationScoped
@Transactional
public class Promises {

  private static final Logger LOG = System.getLogger(Promises.class.getName());
  private static final int LATEST = 200;

  @PersistenceContext EntityManager entities;
  @Inject Outcomes outcomes;
  @Inject Verdicts verdicts;
  @Inject Calibrations calibrations;
  @Inject Clock clock;

  /** Decides on a promise by the evidence there is; it takes the place of an earlier one. */
  public Promise promise(ConnectionId connection, String group, double atLeast) {
    var known = known(connection, group);
    var shift = shift(connection, group, known);
    var found = new Evidence(atLeast, shift).in(cases(connection, known));
    var row = row(connection, group).orElseGet(() -> new PromiseRow(connection, group));
    row.decide(atLeast, found, shift, clock.instant());
    entities.persist(row);
    return row.promise();
  }

  /** Nothing is promised any more. */
  public void take(ConnectionId connection, String group) {
    row(connection, group).ifPresent(entities::remove);
  }

  public List<Promise> of(ConnectionId connection) {
    return rows(connection).stream().map(PromiseRow::promise).toList();
  }

  /** Those of all connections that were withdrawn and not asked for anew, the latest first. */
  public List<Promise> withdrawn() {
    return entities
        .createQuery(
            "select p from PromiseRow p where p.state = 'withdrawn' order by p.decidedAt desc",
            PromiseRow.class)
        .getResultStream()
        .map(PromiseRow::promise)
        .toList();
  }

  /** What is promised to messages of this group: its own promise, or that for all. */
  public Optional<Promise> of(ConnectionId connection, Optional<String> group) {
    return group
        .filter(name -> !name.isEmpty())
        .flatMap(name -> row(connection, name))
        .or(() -> row(connection, ""))
        .map(PromiseRow::promise);
  }

  /** Withdraws those that what came since speaks against; to be called when outcomes come. */
  void review(ConnectionId connection) {
    for (var row : rows(connection)) {
      if (row.isGranted()) {
        review(connection, row);
      }
    }
  }

  private void review(ConnectionId connection, PromiseRow row) {
    var known = known(connection, row.group);
    var shift = shift(connection, row.group, known);
    var evidence = new Evidence(row.atLeast, shift);
    var since =
        known.stream()
            .filter(it -> it.isDecided() && it.at().isAfter(row.decidedAt))
            .filter(it -> it.raw() >= row.threshold)
            .toList();
    var wrong = (int) since.stream().filter(it -> !it.isRight()).count();
    var shifted = evidence.atThreshold(cases(connection, known), row.threshold);
    var isContradicted =
        evidence.isContradicted(since.size(), wrong) || (shift > row.shift && !shifted.holds());
    if (isContradicted) {
      row.withdraw(shifted, shift, clock.instant());
      LOG.log(
          Level.WARNING,
          "the promise of {0} to {1} (group \"{2}\") is withdrawn: {3} of {4} since it was made"
              + " were wrong, {5} times more messages without an answer come",
          row.atLeast,
          connection,
          row.group,
          wrong,
          since.size(),
          shift);
    }
  }

  private List<Known> known(ConnectionId connection, String group) {
    return outcomes.known(connection).stream().filter(it -> isIn(group, it.group())).toList();
  }

  /** Both sides by the model that is in use now, and only of messages that something fits. */
  private double shift(ConnectionId connection, String group, List<Known> known) {
    var calibration = calibrations.of(connection);
    var now =
        verdicts.latest(connection, LATEST).stream()
            .filter(it -> isIn(group, it.group()) && it.entryId().isPresent())
            .map(it -> it.verdict().assessment().rawProbability())
            .filter(raw -> raw > 0)
            .map(calibration::of)
            .toList();
    return PriorShift.between(known.stream().map(it -> calibration.of(it.raw())).toList(), now);
  }

  /** Of those that nobody judged, as many count as wrong as may be by the sample of them. */
  private List<Evidence.Case> cases(ConnectionId connection, List<Known> known) {
    var calibration = calibrations.of(connection);
    var wrongOfUndecided = Precision.wrongOfUndecided(known);
    return known.stream()
        .map(
            it ->
                new Evidence.Case(
                    it.raw(),
                    calibration.of(it.raw()),
                    it.isDecided() ? (it.isRight() ? 0 : 1) : wrongOfUndecided))
        .toList();
  }

  private static boolean isIn(String group, Optional<String> other) {
    return group.isEmpty() || other.filter(group::equals).isPresent();
  }

  private Optional<PromiseRow> row(ConnectionId connection, String group) {
    return rows(connection).stream().filter(it -> it.group.equals(group)).findFirst();
  }

  private List<PromiseRow> rows(ConnectionId connection) {
    return entities
        .createQuery(
            "select p from PromiseRow p where p.connectionId = :connection order by p.group",
            PromiseRow.class)
        .setParameter("connection", connection.value())
        .getResultList();
  }
}
