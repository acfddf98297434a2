package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Migrations;
import org.svarbar.testing.EarlierSchemas;

/** What is finished neither stands in the way of what is not, nor stays for ever. */
class FinishedDeliveriesTest {

  private static final int FINISHED = 20_000;
  private static final int WAITING = 1_000_000;
  private static final int TURNS = 50;
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final String STATE =
      "select count(*) from deliveries where id = %d and state = '%s'";
  private static final List<EmbeddedPostgres> STARTED = new ArrayList<>();

  private final Deliveries deliveries = new Deliveries();

  static Stream<DataSource> databases() throws IOException {
    return Stream.of(EarlierSchemas.h2(), postgresql());
  }

  private static DataSource postgresql() throws IOException {
    var server = EmbeddedPostgres.builder().start();
    STARTED.add(server);
    return server.getPostgresDatabase();
  }

  @AfterAll
  static void stop() throws IOException {
    for (var server : STARTED) {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void goWhenTheirTimeIsOver(DataSource database) throws Exception {
    Migrations.of(database).migrate();
    insert(1, "DONE", "2026-01-01 12:00:00+00", database);
    insert(2, "DEAD", "2026-01-01 12:00:00+00", database);
    insert(3, "DONE", "2026-01-02 12:00:00+00", database);
    insert(4, "OPEN", null, database);

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities())) {
      var deleted =
          in(sessions, () -> deliveries.deleteEndedBefore(Instant.parse("2026-01-02T00:00:00Z")));

      assertThat(deleted).isEqualTo(2);
      assertThat(EarlierSchemas.one("select min(id) from deliveries", database)).isEqualTo(3);
      assertThat(in(sessions, () -> deliveries.claim(10, Duration.ofSeconds(2), Set.of())))
          .extracting(lease -> lease.id())
          .containsExactly(4L);
      assertThat(in(sessions, deliveries::waiting)).hasSize(1);
    }
  }

  /** Each connection finds its own, and reads nothing of the one that has much to do. */
  @ParameterizedTest
  @MethodSource("databases")
  void ofOneConnectionDoNotStandBeforeOthers(DataSource database) throws Exception {
    Migrations.of(database).migrate();
    for (var i = 1; i <= 500; i++) {
      insert(i, "OPEN", null, database);
    }
    EarlierSchemas.execute(
        "update deliveries set connection_id = 'zammad', due_at = due_at + interval '1' minute * id"
            + " where id in (1, 200)",
        database);
    EarlierSchemas.execute("update deliveries set connection_id = 'demo' where id = 300", database);
    var said = new ArrayList<String>();

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities(), said::add)) {
      deliveries.connections = connections("demo", "gone", "zammad");
      assertThat(in(sessions, () -> deliveries.claim(2, Duration.ofSeconds(2), Set.of("rt"))))
          .extracting(lease -> lease.whose() + " " + lease.id())
          .containsExactly("demo 300", "zammad 1");
      assertThat(in(sessions, () -> deliveries.claim(2, Duration.ofSeconds(2), Set.of("rt"))))
          .extracting(lease -> lease.whose() + " " + lease.id())
          .containsExactly("zammad 200");
      deliveries.connections = connections();
      assertThat(in(sessions, () -> deliveries.claim(2, Duration.ofSeconds(2), Set.of("rt"))))
          .isEmpty();
    }
    if (database.getConnection().getMetaData().getURL().contains("postgresql")) {
      EarlierSchemas.execute("analyze deliveries", database);
      assertThat(plan(said.getFirst(), database))
          .contains("deliveries_due_of")
          .doesNotContain("deliveries_due on");
    }
  }

  /** As when the server is killed by what one of them holds, and started, again and again. */
  @ParameterizedTest
  @MethodSource("databases")
  void areGivenUpThatEndTheServerAgainAndAgain(DataSource database) throws Exception {
    Migrations.of(database).migrate();
    for (var i = 1; i <= 4; i++) {
      insert(i, "OPEN", null, database);
    }
    var poison = 2L;
    var now = Instant.parse("2026-01-01T08:00:01Z");
    var waits = new ArrayList<Duration>();

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities())) {
      var kills = 0;
      for (; EarlierSchemas.one(STATE.formatted(poison, "OPEN"), database) == 1; kills++) {
        assertThat(kills).isLessThan(10);
        var from = now;
        var taken = List.<Long>of();
        while (!taken.contains(poison) && now.isBefore(from.plusSeconds(60))) {
          var at = now;
          taken =
              in(sessions, at, () -> deliveries.claim(4, LEASE, Set.of())).stream()
                  .map(it -> it.id())
                  .toList();
          if (!taken.contains(poison)) {
            for (var id : taken) {
              in(
                  sessions,
                  at,
                  () -> {
                    deliveries.entities.find(Delivery.class, id).done("event", "1", "", at);
                    return true;
                  });
            }
          }
          now = now.plusMillis(500);
        }
        waits.add(Duration.between(from, now));
        // another process has its lease
        EarlierSchemas.execute(
            "update deliveries set lease_token = '"
                + UUID.randomUUID()
                + "' where lease_token is not null",
            database);
        now = now.plus(LEASE);
      }
      assertThat(kills).isEqualTo(6);
    }

    assertThat(EarlierSchemas.one(STATE.formatted(poison, "DEAD"), database)).isEqualTo(1);
    for (var other : List.of(1, 3, 4)) {
      assertThat(EarlierSchemas.one(STATE.formatted(other, "DONE"), database))
          .as("%d", other)
          .isEqualTo(1);
    }
    assertThat(waits.get(1)).as("after the first time at once").isLessThan(Duration.ofSeconds(1));
  }

  private static Connections connections(String... but) {
    return new Connections() {
      @Override
      public Set<String> idsBut(Set<String> these) {
        assertThat(these).containsExactly("rt");
        return Set.of(but);
      }
    };
  }

  @Test
  void areNotInTheIndexByWhichPostgresqlFindsWork() throws Exception {
    var database = postgresql();
    Migrations.of(database).migrate();
    EarlierSchemas.execute(
        "insert into deliveries (id, connection_id, content_key, headers, body, received_at, state,"
            + " attempts, due_at, open_since, finished_at)"
            + " select n, 'rt', n, '{}', '', now(), 'DONE', 1, now(), now(), now()"
            + " from generate_series(1, "
            + FINISHED
            + ") n",
        database);
    insert(FINISHED + 1, "OPEN", null, database);
    EarlierSchemas.execute("vacuum analyze deliveries", database);
    var said = new ArrayList<String>();

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities(), said::add)) {
      assertThat(in(sessions, () -> deliveries.claim(10, Duration.ofSeconds(2), Set.of())))
          .hasSize(1);
      assertThat(in(sessions, deliveries::waiting)).hasSize(1);
    }

    assertThat(EarlierSchemas.one("select pg_relation_size('deliveries_due')", database))
        .isLessThanOrEqualTo(2 * 8192);
    assertThat(said).hasSizeGreaterThan(2);
    for (var sql : List.of(said.getFirst(), said.getLast())) {
      assertThat(plan(sql, database)).contains("deliveries_due");
    }
  }

  /** After an outage of days: what is looked at for the next one does not grow with what waits. */
  @Test
  void waitInMillionsWithoutBeingLookedAt() throws Exception {
    var database = postgresql();
    Migrations.of(database).migrate();
    EarlierSchemas.execute(
        "insert into deliveries (id, connection_id, content_key, headers, body, received_at, state,"
            + " attempts, due_at, open_since)"
            + " select n, 'rt', n, '{}', '', now() - interval '1 day', 'OPEN', 0,"
            + " now() - interval '1 day' + n * interval '1 millisecond', now() - interval '1 day'"
            + " from generate_series(1, "
            + WAITING
            + ") n",
        database);
    EarlierSchemas.execute("vacuum analyze deliveries", database);

    try (var sessions = EarlierSchemas.factory(database, EarlierSchemas.entities())) {
      var before = blocks(database);
      var start = System.nanoTime();
      for (var turn = 0; turn < TURNS; turn++) {
        var first = 10L * turn;
        assertThat(in(sessions, () -> deliveries.claim(10, Duration.ofMinutes(1), Set.of())))
            .extracting(lease -> lease.id() - first)
            .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
      }
      var millis = (System.nanoTime() - start) / 1e6 / TURNS;
      var blocks = (blocks(database) - before) / TURNS;

      System.out.printf("%d wait: ten of them in %.1f ms, %d blocks%n", WAITING, millis, blocks);
      assertThat(blocks).as("of 8 KB, looked at and written, for ten").isBetween(1L, 1_000L);
    }
  }

  private static long blocks(DataSource database) throws Exception {
    return EarlierSchemas.one(
        "select sum(idx_blks_hit + idx_blks_read + heap_blks_hit + heap_blks_read)"
            + " from pg_statio_user_tables where relname = 'deliveries'",
        database);
  }

  /** As for any values: that is how PostgreSQL plans what is asked again and again. */
  private static String plan(String sql, DataSource database) throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set plan_cache_mode = force_generic_plan");
      var numbered = new StringBuilder();
      var count = 0;
      for (var part : sql.split("\\?", -1)) {
        numbered.append(count == 0 ? "" : "$" + count).append(part);
        count++;
      }
      statement.execute("prepare question as " + numbered);
      var values = IntStream.range(1, count).mapToObj(i -> "null").toList();
      var plan = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "explain execute question"
                  + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")"))) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      return String.join("\n", plan);
    }
  }

  private <T> T in(SessionFactory sessions, Supplier<T> work) {
    return in(sessions, Instant.now(), work);
  }

  private <T> T in(SessionFactory sessions, Instant now, Supplier<T> work) {
    deliveries.clock = Clock.fixed(now, ZoneOffset.UTC);
    try (Session session = sessions.openSession()) {
      deliveries.entities = session;
      var transaction = session.beginTransaction();
      var result = work.get();
      transaction.commit();
      return result;
    }
  }

  private static void insert(int id, String state, String finished, DataSource database)
      throws Exception {
    EarlierSchemas.execute(
        """
        insert into deliveries (id, connection_id, content_key, headers, body, received_at, state,
          attempts, due_at, open_since, finished_at)
        values (%1$d, 'rt', '%1$d', '{}', '', timestamp with time zone '2026-01-01 08:00:00+00',
          '%2$s', 0, timestamp with time zone '2026-01-01 08:00:00+00',
          timestamp with time zone '2026-01-01 08:00:00+00', %3$s)
        """
            .formatted(
                id,
                state,
                finished == null ? "null" : "timestamp with time zone '" + finished + "'"),
        database);
  }
}
