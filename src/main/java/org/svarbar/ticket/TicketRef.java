package org.svarbar.ticket;

import java.util.Objects;

/** One ticket in one helpdesk; `id` is the helpdesk's own identifier as its API takes it. */
public record TicketRef(ConnectionId connection, String id) {

  public TicketRef {
    Objects.requireNonNull(connection, "connection");
    if (id == null || id.isBlank() || id.length() > 100) {
      throw new IllegalArgumentException("a ticket's id has 1 to 100 characters");
    }
  }

  /** Stands for a ticket until the helpdesk has one: no helpdesk's tickets are called so. */
  public static TicketRef unopened(ConnectionId connection, String key) {
    return new TicketRef(connection, "new-" + key);
  }

  @Override
  public String toString() {
    return connection + "#" + id;
  }
}
