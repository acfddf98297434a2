package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.svarbar.ticket.ConnectionId;

/** What counts as reaching a person, at each connection. */
@ApplicationScoped
public class HandoverRules {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  @Transactional
  public HandoverRule of(ConnectionId connection) {
    return row(connection).map(HandoverRuleRow::rule).orElse(HandoverRule.USUAL);
  }

  @Transactional
  public void set(ConnectionId connection, HandoverRule rule) {
    row(connection)
        .ifPresentOrElse(
            row -> row.change(rule, clock.instant()),
            () -> entities.persist(new HandoverRuleRow(connection.value(), rule, clock.instant())));
  }

  private Optional<HandoverRuleRow> row(ConnectionId connection) {
    return Optional.ofNullable(entities.find(HandoverRuleRow.class, connection.value()));
  }
}
