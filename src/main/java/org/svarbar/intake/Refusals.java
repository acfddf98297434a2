package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.svarbar.ticket.ConnectionId;

/**
 * When a badly signed webhook last came for a connection, to help an administrator who mistyped a
 * secret. In memory, because anybody can send one and nobody may fill the database by it.
 */
@ApplicationScoped
public class Refusals {

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Map<ConnectionId, Instant> last = new ConcurrentHashMap<>();

  /**
   * @return whether it is the first for a minute: each said aloud would fill the log
   */
  boolean add(ConnectionId existing, Instant at) {
    var before = last.put(existing, at);
    return before == null || before.plus(A_WHILE).isBefore(at);
  }

  /** When it last happened on this server since its start. */
  public Optional<Instant> last(ConnectionId connection) {
    return Optional.ofNullable(last.get(connection));
  }
}
