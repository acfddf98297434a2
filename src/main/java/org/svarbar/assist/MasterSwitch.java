package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Stops all automatic replies, or everything, at once and for all connections. */
@ApplicationScoped
@Transactional
public class MasterSwitch {

  private static final Logger LOG = System.getLogger(MasterSwitch.class.getName());

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Who turned it last, and when. */
  public record Turned(String by, Instant at) {}

  public SwitchState state() {
    return row().flatMap(row -> SwitchState.find(row.state)).orElse(SwitchState.ON);
  }

  /** Empty: nobody ever did. */
  public Optional<Turned> turned() {
    return row().map(row -> new Turned(row.changedBy, row.changedAt));
  }

  /** What was decided and not done yet is stopped as well. */
  public void turn(SwitchState state, String by) {
    var row = row().orElseGet(MasterSwitchRow::new);
    row.state = state.word();
    row.changedBy = by;
    row.changedAt = clock.instant();
    entities.persist(row);
    LOG.log(Level.WARNING, "the master switch is {0} now, says {1}", state.word(), by);
  }

  private Optional<MasterSwitchRow> row() {
    return Optional.ofNullable(entities.find(MasterSwitchRow.class, MasterSwitchRow.ONLY));
  }
}
