package org.svarbar.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.event.spi.EventSource;

/**
 * A request that may change something, while its thread works on it: knows who asks, and writes
 * what changes into the log by the transaction that changes it.
 */
final class AuditedRequest {

  private static final ThreadLocal<AuditedRequest> CURRENT = new ThreadLocal<>();
  private static final String INSERT =
      "insert into audit_log (happened_at, who, what, path, outcome, changes)"
          + " values (?, ?, ?, ?, 'done', ?)";

  /** More do not fit into a record anyway; an import changes thousands of rows. */
  private static final int MOST_LINES = 200;

  private final String who;
  private final String what;
  private final String path;
  private final Clock clock;
  private final List<String> changes = new ArrayList<>();
  private boolean written;

  AuditedRequest(String who, String what, String path, Clock clock) {
    this.who = who;
    this.what = what;
    this.path = path;
    this.clock = clock;
  }

  /** That of this thread; empty: it works for nobody in particular, or changes nothing. */
  static Optional<AuditedRequest> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  void begin() {
    CURRENT.set(this);
  }

  void end() {
    CURRENT.remove();
  }

  /** Whether a transaction has written something about it. */
  boolean isWritten() {
    return written;
  }

  /** A row has changed in this session; its transaction says so before it ends. */
  void changed(String change, EventSource session) {
    if (changes.isEmpty()) {
      session
          .getActionQueue()
          .registerProcess(
              (BeforeTransactionCompletionProcess) ending -> session.doWork(this::write));
    }
    if (changes.size() < MOST_LINES) {
      changes.add(change);
    }
  }

  private void write(Connection connection) throws SQLException {
    var written =
        new AuditRecord(clock.instant(), who, what, path, true, String.join("\n", changes));
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, written.at().atOffset(ZoneOffset.UTC));
      insert.setString(2, written.who());
      insert.setString(3, written.what());
      insert.setString(4, written.path());
      insert.setString(5, written.changes());
      insert.executeUpdate();
    }
    changes.clear();
    this.written = true;
  }
}
