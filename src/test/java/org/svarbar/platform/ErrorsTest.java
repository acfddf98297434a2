package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.BatchUpdateException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "40P01"})
  void answersAConflictOfTwoWritersWith409(String state) {
    var conflict = new SQLException("refused", state);
    var batch = new BatchUpdateException("batch", "00000", new int[0]);
    batch.setNextException(conflict);
    var atCommit = new IllegalStateException("rolled back");
    atCommit.addSuppressed(new IllegalStateException(conflict));

    assertThat(Errors.status(conflict)).isEqualTo(409);
    assertThat(Errors.status(new IllegalStateException(new RuntimeException(conflict))))
        .isEqualTo(409);
    assertThat(Errors.status(new IllegalStateException(batch))).as("in a batch").isEqualTo(409);
    assertThat(Errors.status(atCommit)).as("at the commit").isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23502", "23503", "22001", "08006", "53300", "42P01", "57014"})
  void answersOtherFaultsOfTheDatabaseWith500(String state) {
    assertThat(Errors.status(new IllegalStateException(new SQLException("no", state))))
        .isEqualTo(500);
    assertThat(Errors.status(new IllegalStateException(new SQLException("no state"))))
        .isEqualTo(500);
  }

  @Test
  void knowsWhatARealDatabaseSays() throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:h2:mem:errors");
        var statement = database.createStatement()) {
      statement.execute("create table brand (part varchar primary key)");
      statement.execute("insert into brand values ('rt')");
      try {
        statement.execute("insert into brand values ('rt')");
        throw new AssertionError("the row is there twice");
      } catch (SQLException e) {
        assertThat(Errors.status(new IllegalStateException(e))).isEqualTo(409);
        assertThat(WriteConflict.of(e).orElseThrow().toString()).doesNotContain("rt'");
      }
    }
  }

  @Test
  void answersARowThatHasGoneMeanwhileWith409() {
    assertThat(Errors.status(new IllegalStateException(new OptimisticLockException("gone"))))
        .isEqualTo(409);
  }

  @Test
  void endsWhereCausesGoRound() {
    var one = new IllegalStateException("one");
    var other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(Errors.status(one)).isEqualTo(500);
  }
}
