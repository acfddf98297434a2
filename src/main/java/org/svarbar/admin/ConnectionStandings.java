package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.intake.Deliveries;
import org.svarbar.intake.Refusals;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.Attempts.State;
import org.svarbar.platform.WorkFilter;
import org.svarbar.ticket.ConnectionId;

/** Gathers how connections are doing from the rooms that know. */
@ApplicationScoped
class ConnectionStandings {

  @Inject Connections connections;
  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Refusals refusals;

  List<ConnectionStanding> all() {
    return connections.all().stream().map(this::of).toList();
  }

  Optional<ConnectionStanding> find(String id) {
    return ConnectionId.isValid(id)
        ? connections.find(new ConnectionId(id)).map(this::of)
        : Optional.empty();
  }

  private ConnectionStanding of(Connection connection) {
    var its = WorkFilter.ALL.of(connection.id().value());
    return new ConnectionStanding(
        connection,
        connections.isDeclared(connection.id()),
        deliveries.page(its, 0).stream().findFirst(),
        refusals.last(connection.id()),
        count(its.in(State.OPEN)),
        count(its.in(State.DEAD)));
  }

  private long count(WorkFilter filter) {
    return deliveries.count(filter) + actions.count(filter);
  }
}
