package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;

/** The policies of all connections. */
@ApplicationScoped
@Transactional
public class TriagePolicies {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** What holds for the connection: its own, or what is shipped. */
  public TriagePolicy of(ConnectionId connection) {
    return Optional.ofNullable(entities.find(PolicyRow.class, connection.value()))
        .map(PolicyRow::policy)
        .orElse(TriagePolicy.SHIPPED);
  }

  /** Takes the place of what was there. */
  public void put(ConnectionId connection, TriagePolicy policy) {
    var row = entities.find(PolicyRow.class, connection.value());
    if (row == null) {
      row = new PolicyRow(connection.value());
      row.change(policy, clock.instant());
      entities.persist(row);
    } else {
      row.change(policy, clock.instant());
    }
  }

  /** What is shipped holds again. */
  public void reset(ConnectionId connection) {
    Optional.ofNullable(entities.find(PolicyRow.class, connection.value()))
        .ifPresent(entities::remove);
  }
}
