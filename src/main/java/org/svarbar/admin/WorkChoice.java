package org.svarbar.admin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.platform.Attempts.State;
import org.svarbar.platform.WorkFilter;
import org.svarbar.ticket.ConnectionId;

/**
 * Which pieces of work a list shows, as somebody chose it.
 *
 * @param from the first day; empty: from the beginning
 * @param until the last day; empty: until today
 * @param connections among which to choose
 */
record WorkChoice(
    Optional<String> connection,
    Optional<State> state,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<Connection> connections) {

  /** In an address, for what is not narrowed: nothing is called so. */
  static final String ANY = "-";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9000;

  /** Of what was asked for; what is unknown does not narrow the list. */
  static WorkChoice of(String connection, String state, List<Connection> connections) {
    return of(connection, state, "", "", connections);
  }

  /** The same, of some days. */
  static WorkChoice of(
      String connection, String state, String from, String until, List<Connection> connections) {
    return new WorkChoice(
        Optional.of(connection).filter(ConnectionId::isValid),
        Arrays.stream(State.values()).filter(known -> word(known).equals(state)).findFirst(),
        day(from),
        day(until),
        connections);
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  WorkFilter filter() {
    var zone = ZoneId.systemDefault();
    return new WorkFilter(connection, state)
        .between(
            from.map(day -> day.atStartOfDay(zone).toInstant()),
            until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  String firstDay() {
    return from.map(LocalDate::toString).orElse("");
  }

  String lastDay() {
    return until.map(LocalDate::toString).orElse("");
  }

  /** As a part of a path, so that the audit log says what was chosen. */
  String path() {
    return Stream.of(
            connection,
            state.map(WorkChoice::word),
            from.map(LocalDate::toString),
            until.map(LocalDate::toString))
        .map(it -> it.orElse(ANY))
        .collect(Collectors.joining("/"));
  }

  boolean isNarrowed() {
    return connection.isPresent() || state.isPresent() || from.isPresent() || until.isPresent();
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
    from.ifPresent(day -> parts.add("from=" + day));
    until.ifPresent(day -> parts.add("until=" + day));
    return "?" + String.join("&", parts);
  }
}
