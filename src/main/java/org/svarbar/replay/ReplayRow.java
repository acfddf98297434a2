package org.svarbar.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.svarbar.platform.Attempts;
import org.svarbar.replay.Replay.Standing;
import org.svarbar.ticket.ConnectionId;

/** A replay's row, which is also its piece of work. */
@Entity
@Table(name = "replays")
class ReplayRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "from_at", nullable = false)
  Instant from;

  @Column(name = "until_at", nullable = false)
  Instant until;

  @Column(nullable = false)
  int most;

  @Column(nullable = false)
  boolean strict;

  @Column(name = "from_file", nullable = false)
  boolean fromFile;

  @Column(name = "position_at", nullable = false)
  Instant position;

  @Column(nullable = false)
  int found;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  Standing standing;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Embedded Attempts attempts;

  /** For JPA. */
  protected ReplayRow() {}

  ReplayRow(ReplayOrder order, boolean fromFile, Instant now) {
    connectionId = order.connection().value();
    from = order.from();
    until = order.until();
    most = order.most();
    strict = order.strict();
    this.fromFile = fromFile;
    position = order.from();
    standing = Standing.RUNNING;
    createdAt = now;
    attempts = Attempts.dueAt(now);
  }

  ReplayOrder order() {
    return new ReplayOrder(new ConnectionId(connectionId), from, until, most, strict);
  }

  void end(Standing how, Instant now) {
    standing = how;
    attempts.done(now);
  }

  void resume(Instant now) {
    standing = Standing.RUNNING;
    attempts.replay(now);
  }

  Replay replay(int cases) {
    return new Replay(
        id,
        order(),
        fromFile,
        standing,
        found,
        cases,
        createdAt,
        attempts.finishedAt(),
        attempts.lastError());
  }
}
