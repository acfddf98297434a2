package org.svarbar.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.platform.Attempts.State;
import org.svarbar.platform.WorkFilter;
import org.svarbar.ticket.ConnectionId;

/**
 * Which pieces of work a list shows, as somebody chose it.
 *
 * @param connections among which to choose
 */
record WorkChoice(
    Optional<String> connection, Optional<State> state, List<Connection> connections) {

  /** Of what was asked for; what is unknown does not narrow the list. */
  static WorkChoice of(String connection, String state, List<Connection> connections) {
    return new WorkChoice(
        Optional.of(connection).filter(ConnectionId::isValid),
        Arrays.stream(State.values()).filter(known -> word(known).equals(state)).findFirst(),
        connections);
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  WorkFilter filter() {
    return new WorkFilter(connection, state);
  }

  boolean isNarrowed() {
    return connection.isPresent() || state.isPresent();
  }

  boolean isOf(Connection other) {
    return connection.filter(other.id().value()::equals).isPresent();
  }

  boolean isIn(State other) {
    return state.filter(other::equals).isPresent();
  }

  /** As the query of an address. */
  String query() {
    var parts = new ArrayList<String>();
    connection.ifPresent(chosen -> parts.add("connection=" + chosen));
    state.ifPresent(chosen -> parts.add("state=" + word(chosen)));
    return "?" + String.join("&", parts);
  }
}
