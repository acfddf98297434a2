package org.svarbar.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;

/**
 * How much goes through after a fault in comparison with before it: tickets a second that get their
 * note, counted outside of the server, several times before and after the same fault.
 */
final class Chaos {

  private static final int CUSTOMERS = 8;
  private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(3);

  private final Path folder;
  private final int pairs;
  private final Duration window;
  private final List<String> wrong = new ArrayList<>();

  /** What is done to the running whole, and undone before it returns. */
  private interface Fault {
    void strike(Stage stage) throws Exception;
  }

  /** All that runs, on one disk if it is a small one. */
  private record Stage(
      Optional<SmallDisk> disk,
      KillableServer server,
      PostgresServer postgresql,
      SearchNode openSearch,
      GenericHelpdesk helpdesk,
      Customers customers) {}

  private static final String DISK_FULL = "disk-full-10-s";
  private static final Map<String, Fault> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("none", stage -> Thread.sleep(1000));
    FAULTS.put("app-killed", stage -> killAndStart(stage.server(), 1, 0));
    FAULTS.put("app-killed-3-times", stage -> killAndStart(stage.server(), 3, 0));
    FAULTS.put("postgresql-stopped-30-s", stage -> killAndStart(stage.postgresql(), 1, 30));
    FAULTS.put("connections-terminated-10-s", Chaos::terminate);
    FAULTS.put("idle-connections-300", stage -> hold(stage, 300, ""));
    FAULTS.put("idle-in-transaction", stage -> hold(stage, 1, "select 1"));
    FAULTS.put(
        "long-reader",
        stage -> hold(stage, 1, "select count(*) from deliveries, pg_sleep(9) as slept"));
    FAULTS.put("opensearch-stopped-15-s", stage -> killAndStart(stage.openSearch(), 1, 15));
    FAULTS.put("helpdesk-503-10-s", stage -> refuse(stage, Reply.status(503)));
    FAULTS.put(
        "helpdesk-429-10-s",
        stage -> refuse(stage, new Reply(429, Map.of("Retry-After", "1"), "")));
    FAULTS.put("burst-10-times", Chaos::burst);
    FAULTS.put(DISK_FULL, Chaos::fillDisk);
  }

  Chaos(Path folder, int pairs, Duration window) {
    this.folder = folder;
    this.pairs = pairs;
    this.window = window;
  }

  /**
   * @param only the faults wanted; empty: all
   * @return the lines of those after which something was lost or doubled
   */
  List<String> run(List<String> only) throws Exception {
    if (!FAULTS.keySet().containsAll(only)) {
      throw new IllegalArgumentException("faults are " + FAULTS.keySet() + ", not " + only);
    }
    for (var fault : FAULTS.entrySet()) {
      if (only.isEmpty() || only.contains(fault.getKey())) {
        run(fault.getKey(), fault.getValue());
      }
    }
    return wrong;
  }

  private void run(String name, Fault fault) throws Exception {
    var place = Files.createDirectories(folder.resolve(name));
    if (!name.equals(DISK_FULL)) {
      run(name, fault, place, Optional.empty());
    } else if (SmallDisk.isPossible()) {
      try (var disk = SmallDisk.mountedAt(place)) {
        run(name, fault, place, Optional.of(disk));
      }
    } else {
      System.out.println("chaos fault=" + name + " skipped=only root may mount a small disk");
    }
  }

  private void run(String name, Fault fault, Path place, Optional<SmallDisk> disk)
      throws Exception {
    try (var postgresql = new PostgresServer(Files.createDirectories(place.resolve("db")));
        var openSearch = new SearchNode(place);
        var server =
            new KillableServer(
                place.resolve("wildfly"), openSearch.uri(), Database.of(postgresql).environment());
        var helpdesk = GenericHelpdesk.start()) {
      server.start();
      DemoKnowledge.knownTo(server.product());
      var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
      var ratios = new double[pairs];
      Tally tally;
      try (var customers = new Customers(helpdesk, connection)) {
        var stage = new Stage(disk, server, postgresql, openSearch, helpdesk, customers);
        customers.come(CUSTOMERS);
        rate(customers);
        for (var pair = 0; pair < pairs; pair++) {
          var before = rate(customers);
          fault.strike(stage);
          var served = customers.served();
          awaitService(customers, served);
          ratios[pair] = rate(customers) / before;
        }
        tally = caughtUp(customers, helpdesk);
      }
      print(name, ratios, tally);
    }
  }

  private double rate(Customers customers) throws InterruptedException {
    var served = customers.served();
    var start = System.nanoTime();
    Thread.sleep(window);
    return (customers.served() - served) * 1e9 / (System.nanoTime() - start);
  }

  /** What was told of during the fault has its note: from here on it counts. */
  private static void awaitService(Customers customers, long served) throws InterruptedException {
    var end = System.nanoTime() + LONGEST_CATCHING_UP.toNanos();
    while (customers.served() < served + CUSTOMERS && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }

  private static Tally caughtUp(Customers customers, GenericHelpdesk helpdesk)
      throws InterruptedException {
    var acked = List.copyOf(customers.acked());
    var end = System.nanoTime() + LONGEST_CATCHING_UP.toNanos();
    while (!Tally.of(acked, helpdesk).isComplete() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    return Tally.of(acked, helpdesk);
  }

  private void print(String name, double[] ratios, Tally tally) {
    Arrays.sort(ratios);
    var line =
        "chaos fault=%s pairs=%d recovered_to_baseline=%.3f lowest=%.3f highest=%.3f %s"
            .formatted(
                name,
                pairs,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                tally.figures());
    System.out.println(line);
    if (!tally.isRight()) {
      wrong.add(line);
    }
  }

  private static void killAndStart(Victim victim, int times, int awaySeconds) throws Exception {
    for (var time = 0; time < times; time++) {
      victim.kill();
      Thread.sleep(Duration.ofSeconds(awaySeconds));
      victim.startAgain();
    }
  }

  private static void terminate(Stage stage) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    try (var connection = stage.postgresql().connect();
        var statement =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'")) {
      while (System.nanoTime() < end) {
        statement.execute();
        Thread.sleep(100);
      }
    }
  }

  /** Others on the same server, ten seconds long. */
  private static void hold(Stage stage, int howMany, String query) throws Exception {
    var held = new ArrayList<Connection>();
    try {
      for (var i = 0; i < howMany; i++) {
        held.add(stage.postgresql().connect());
        if (!query.isEmpty()) {
          held.getLast().setAutoCommit(false);
          held.getLast().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          held.getLast().createStatement().execute(query);
        }
      }
      Thread.sleep(Duration.ofSeconds(10));
    } finally {
      for (var connection : held) {
        close(connection);
      }
    }
  }

  private static void close(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
    connection.close();
  }

  private static void refuse(Stage stage, Reply answer) throws Exception {
    stage.helpdesk().disturb(attempt -> Disturbance.refused(answer));
    Thread.sleep(Duration.ofSeconds(10));
    stage.helpdesk().disturb(attempt -> Disturbance.NONE);
  }

  /** Database, index, and log of the server have no place left; whoever ended of it is started. */
  private static void fillDisk(Stage stage) throws Exception {
    var disk = stage.disk().orElseThrow();
    disk.fill();
    Thread.sleep(Duration.ofSeconds(10));
    disk.free();
    if (!stage.postgresql().isAlive()) {
      stage.postgresql().startAgain();
    }
    if (!stage.server().isAlive()) {
      stage.server().startAgain();
    }
  }

  /** Ten times as many customers for ten seconds. */
  private static void burst(Stage stage) throws Exception {
    var connection = stage.customers().connection();
    try (var crowd = new Customers(stage.helpdesk(), connection, "burst-" + System.nanoTime())) {
      crowd.come(9 * CUSTOMERS);
      Thread.sleep(Duration.ofSeconds(10));
    }
  }
}
