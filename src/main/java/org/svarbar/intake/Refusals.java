package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
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

  private final Map<ConnectionId, Instant> last = new ConcurrentHashMap<>();

  void add(ConnectionId existing, Instant at) {
    last.put(existing, at);
  }

  /** When it last happened on this server since its start. */
  public Optional<Instant> last(ConnectionId connection) {
    return Optional.ofNullable(last.get(connection));
  }
}
