package org.svarbar.platform;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two transactions that cannot both be: the database ended one of them, nothing of it is stored,
 * and it may be tried again.
 *
 * @param state the SQLSTATE: 23505 unique violation, 40001 serialization failure, also H2's
 *     deadlock, 40P01 PostgreSQL's deadlock; or `stale`
 */
record WriteConflict(String state) {

  private static final Set<String> STATES = Set.of("23505", "40001", "40P01");

  /** Causes may be their own causes. */
  private static final int DEEPEST = 20;

  /** What a fault, one of its causes or one it suppressed says; empty: it is something else. */
  static Optional<WriteConflict> of(Throwable thrown) {
    return all(thrown, DEEPEST).flatMap(WriteConflict::state).findFirst().map(WriteConflict::new);
  }

  private static Stream<String> state(Throwable fault) {
    return switch (fault) {
      case SQLException sql -> Stream.ofNullable(sql.getSQLState()).filter(STATES::contains);
      // found as well by Hibernate: a row that is to be changed has gone meanwhile
      case OptimisticLockException gone -> Stream.of("stale");
      default -> Stream.of();
    };
  }

  /** A transaction manager tells of a failed commit by suppressed faults, JDBC by next ones. */
  private static Stream<Throwable> all(Throwable thrown, int depth) {
    if (thrown == null || depth == 0) {
      return Stream.of();
    }
    var next = thrown instanceof SQLException sql ? sql.getNextException() : null;
    var under = Stream.concat(Stream.of(thrown.getSuppressed()), causes(thrown.getCause(), next));
    return Stream.concat(Stream.of(thrown), under.flatMap(it -> all(it, depth - 1)));
  }

  private static Stream<Throwable> causes(Throwable cause, Throwable next) {
    return Stream.concat(Stream.ofNullable(cause), Stream.ofNullable(next));
  }
}
