package org.svarbar.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.intake.ReceivedDelivery;

/**
 * A connection and how it is doing.
 *
 * @param declared whether the operator's configuration holds it, so that nobody changes it here
 * @param last the delivery that came last
 * @param refusedAt when a badly signed call last came, as far as this server knows
 * @param open how many deliveries and actions are still being worked on
 * @param dead how many of them were given up
 */
record ConnectionStanding(
    Connection connection,
    boolean declared,
    Optional<ReceivedDelivery> last,
    Optional<Instant> refusedAt,
    long open,
    long dead) {

  /** Whether the latest that came was refused for its signature. */
  boolean isRefused() {
    return refusedAt
        .filter(at -> last.isEmpty() || at.isAfter(last.get().receivedAt()))
        .isPresent();
  }

  /** The key of the few words that say it. */
  String state() {
    if (connection.mode() == Connection.Mode.OFF) {
      return "connection.state.off";
    }
    if (dead > 0) {
      return "connection.state.dead";
    }
    if (isRefused()) {
      return "connection.state.refused";
    }
    return last.isEmpty() ? "connection.state.waiting" : "connection.state.works";
  }

  String style() {
    return switch (state()) {
      case "connection.state.dead" -> "bad";
      case "connection.state.refused" -> "warn";
      case "connection.state.works" -> "ok";
      default -> "";
    };
  }

  String mode() {
    return connection.mode().name().toLowerCase(Locale.ROOT);
  }

  List<String> groups() {
    return connection.groups().stream().sorted().toList();
  }

  /** By this a page sees that something has come since it was made. */
  long lastId() {
    return last.map(ReceivedDelivery::id).orElse(0L);
  }
}
