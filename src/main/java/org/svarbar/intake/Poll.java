package org.svarbar.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.svarbar.platform.Attempts;
import org.svarbar.ticket.ConnectionId;

/** How far a connection's helpdesk has been asked for what changed. */
@Entity
@Table(name = "polls")
class Poll {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "asked_until", nullable = false)
  Instant askedUntil;

  @Column(nullable = false)
  int found;

  @Column(name = "found_at")
  Instant foundAt;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected Poll() {}

  Poll(ConnectionId connection, Instant now) {
    connectionId = connection.value();
    askedUntil = now;
    attempts = Attempts.dueAt(now);
  }

  ConnectionId connection() {
    return new ConnectionId(connectionId);
  }

  void done(Instant until, int found, Instant now, Duration pause) {
    askedUntil = until;
    if (found > 0) {
      this.found = found;
      foundAt = now;
    }
    attempts.again(now, pause);
  }
}
