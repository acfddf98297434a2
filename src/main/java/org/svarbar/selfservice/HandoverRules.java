package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.svarbar.ticket.ConnectionId;

/** What counts as reaching a person, at each connection. */
@ApplicationScoped
public class HandoverRules {

  /** Whatever comes first. */
  static final Set<Occasion> USUAL = Set.copyOf(EnumSet.allOf(Occasion.class));

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  @Transactional
  public Set<Occasion> of(ConnectionId connection) {
    return row(connection).map(HandoverRuleRow::occasions).orElse(USUAL);
  }

  @Transactional
  public void set(ConnectionId connection, Set<Occasion> occasions) {
    row(connection)
        .ifPresentOrElse(
            row -> row.change(occasions, clock.instant()),
            () ->
                entities.persist(
                    new HandoverRuleRow(connection.value(), occasions, clock.instant())));
  }

  private Optional<HandoverRuleRow> row(ConnectionId connection) {
    return Optional.ofNullable(entities.find(HandoverRuleRow.class, connection.value()));
  }
}
