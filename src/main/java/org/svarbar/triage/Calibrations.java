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

/** How probabilities are read at each connection, and how they were before. */
@ApplicationScoped
@Transactional
public class Calibrations {

  private static final Logger LOG = System.getLogger(Calibrations.class.getName());

  /** With fewer, the shipped model says more than they do. */
  static final int LEAST_OUTCOMES = 40;

  /** So many new outcomes are worth another fit. */
  private static final int WORTH_A_FIT = 25;

  /** The latest so many are what a fit is judged on, and not fitted on. */
  private static final double HELD_BACK = 0.3;

  @PersistenceContext EntityManager entities;
  @Inject Outcomes outcomes;
  @Inject Clock clock;

  /** What is in use at the connection. */
  Calibration of(ConnectionId connection) {
    return inUse(connection).map(CalibrationRow::calibration).orElse(Calibration.SHIPPED);
  }

  /** All that were tried at the connection, the newest first. */
  List<CalibrationRow> all(ConnectionId connection) {
    return entities
        .createQuery(
            "select c from CalibrationRow c where c.connectionId = :connection order by c.id desc",
            CalibrationRow.class)
        .setParameter("connection", connection.value())
        .getResultList();
  }

  /** Fits anew if enough has been learned since the last time. */
  void refitIfWorthIt(ConnectionId connection) {
    var last = all(connection).stream().findFirst().map(it -> it.fittedOn).orElse(0);
    if (isWorthIt(outcomes.countCertain(connection), last)) {
      var judged = outcomes.judged(connection).stream().map(Calibration.Case::of).toList();
      var fitting = (int) fitting(judged.size());
      if (isWorthIt(judged.size(), last)) {
        refit(connection, judged.subList(0, fitting), judged.subList(fitting, judged.size()));
      }
    }
  }

  private static boolean isWorthIt(long judged, int last) {
    return judged >= LEAST_OUTCOMES && fitting(judged) - last >= WORTH_A_FIT * (1 - HELD_BACK);
  }

  private static long fitting(long judged) {
    return judged - (long) (HELD_BACK * judged);
  }

  private void refit(
      ConnectionId connection, List<Calibration.Case> fitting, List<Calibration.Case> heldBack) {
    var before = inUse(connection);
    var fitted = Calibration.fit(fitting, "");
    var row = new CalibrationRow(connection.value(), fitted, fitting.size(), clock.instant());
    row.compare(
        fitted.loss(heldBack),
        before.map(CalibrationRow::calibration).orElse(Calibration.SHIPPED).loss(heldBack));
    if (row.kept) {
      putAway(connection);
    }
    entities.persist(row);
    LOG.log(
        Level.INFO,
        "calibration of {0} on {1} outcomes {2}: loss {3}, before {4}",
        connection,
        fitting.size(),
        row.kept ? "kept" : "not kept",
        row.loss,
        row.lossBefore);
  }

  /**
   * Takes an earlier one into use again, or the shipped one.
   *
   * @return false: there is none of this version
   */
  boolean use(ConnectionId connection, String version) {
    var chosen = all(connection).stream().filter(it -> it.version().equals(version)).findFirst();
    if (chosen.isEmpty() && !version.equals(Calibration.SHIPPED.version())) {
      return false;
    }
    putAway(connection);
    chosen.ifPresent(it -> it.inUse = true);
    return true;
  }

  /** All of them: two nodes that fitted at the same time have both put theirs into use. */
  private void putAway(ConnectionId connection) {
    all(connection).forEach(it -> it.inUse = false);
  }

  private Optional<CalibrationRow> inUse(ConnectionId connection) {
    return all(connection).stream().filter(it -> it.inUse).findFirst();
  }
}
