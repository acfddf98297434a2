package org.svarbar.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.GenericHelpdesk.Disturbance;

/** Runs every scenario and ends with 1 if one of them does not end as it must. */
public final class Crash {

  private static final int DELIVERIES = 2000;
  private static final int SOME_DELIVERIES = 200;
  private static final String NO_DELAY = ";WRITE_DELAY=0";
  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(10);

  private final Path folder;
  private final int kills;
  private final Random random;
  private final List<String> wrong = new ArrayList<>();

  private interface Scenario {
    void run() throws Exception;
  }

  private Crash(Path folder, int kills, long seed) {
    this.folder = folder;
    this.kills = kills;
    this.random = new Random(seed);
  }

  /**
   * @param arguments an empty folder, how often something is killed in a scenario, `seed=` with a
   *     number or nothing, `only=` with the scenarios wanted, separated by commas (none: all),
   *     `chaos=` with nothing, or with the faults wanted or `true` for all of them instead of the
   *     scenarios, and `pairs=` how often before and after each fault is measured
   */
  public static void main(String[] arguments) throws Exception {
    var given = arguments[2].substring("seed=".length());
    var seed = given.isBlank() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("crash seed=" + seed);
    var folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "run");
    var crash = new Crash(folder, Integer.parseInt(arguments[1]), seed);
    var chaos = arguments[4].substring("chaos=".length());
    if (chaos.isBlank()) {
      for (var scenario : crash.wanted(arguments[3].substring("only=".length()))) {
        scenario.run();
      }
    } else {
      crash.chaos(chaos, Integer.parseInt(arguments[5].substring("pairs=".length())));
    }
    crash.wrong.forEach(line -> System.out.println("WRONG: " + line));
    System.exit(crash.wrong.isEmpty() ? 0 : 1);
  }

  private List<Scenario> wanted(String names) {
    var all = new LinkedHashMap<String, Scenario>();
    all.put("matrix-h2", () -> matrix(Database.h2(folder.resolve("matrix"), NO_DELAY)));
    all.put("matrix-postgresql", () -> matrix(Database.postgresql(folder.resolve("matrix-db"))));
    all.put("kill-app", this::killedAtRandom);
    all.put("control-h2-default-write-delay", this::controlArm);
    all.put("kill-any", this::anyIsKilled);
    all.put("opensearch-stopped", this::openSearchIsStopped);
    all.put("helpdesk-fails", this::helpdeskFails);
    if (names.isBlank()) {
      return List.copyOf(all.values());
    }
    var wanted = List.of(names.strip().split(","));
    if (!all.keySet().containsAll(wanted)) {
      throw new IllegalArgumentException("scenarios are " + all.keySet() + ", not " + wanted);
    }
    return wanted.stream().map(all::get).toList();
  }

  private void chaos(String faults, int pairs) throws Exception {
    var only = faults.equals("true") ? List.<String>of() : List.of(faults.strip().split(","));
    wrong.addAll(new Chaos(folder.resolve("chaos"), pairs, WINDOW).run(only));
  }

  private void matrix(Database database) throws Exception {
    try (database;
        var matrix = new Matrix(folder.resolve("matrix-" + database.name()), database)) {
      matrix.run(database.name(), this::print);
    }
  }

  private void killedAtRandom() throws Exception {
    killedOn(Database.h2(folder.resolve("h2"), NO_DELAY), "kill-app", false);
    killedOn(Database.postgresql(folder.resolve("postgresql")), "kill-app", false);
  }

  /** The server, PostgreSQL or OpenSearch, whichever it hits. */
  private void anyIsKilled() throws Exception {
    killedOn(Database.postgresql(folder.resolve("any")), "kill-any", true);
  }

  private void killedOn(Database database, String scenario, boolean any) throws Exception {
    try (database) {
      var tally = kill(database, scenario, kills, any);
      print(tally.line(scenario, database.name(), " kills=" + kills), tally.isRight());
    }
  }

  /** H2 as it comes, whose commits reach the file half a second later: this must lose something. */
  private void controlArm() throws Exception {
    try (var database = Database.h2(folder.resolve("control"), "")) {
      var tally = kill(database, "control-h2-default-write-delay", 1, false);
      print(
          tally.line("control-h2-default-write-delay", database.name(), " kills=1 expected=lost"),
          tally.lost() > 0);
    }
  }

  private Tally kill(Database database, String name, int times, boolean any) throws Exception {
    var place = Files.createDirectories(folder.resolve(name + "-" + database.name()));
    try (var openSearch = new SearchNode(place);
        var server =
            new KillableServer(place.resolve("wildfly"), openSearch.uri(), database.environment());
        var helpdesk = GenericHelpdesk.start()) {
      server.start();
      var connection = furnish(server, helpdesk);
      var victims = new ArrayList<Victim>(List.of(server));
      if (any) {
        victims.add(openSearch);
        victims.addAll(database.processes());
      }
      var load = load(server, helpdesk, connection, DELIVERIES, 0);
      try (load) {
        load.start();
        var apart = DELIVERIES / (times + 1);
        for (var kill = 1; kill <= times; kill++) {
          awaitAcked(load, kill * apart + random.nextInt(apart / 2));
          Thread.sleep(random.nextInt(200));
          var victim = victims.get(random.nextInt(victims.size()));
          victim.kill();
          victim.startAgain();
        }
        awaitAcked(load, DELIVERIES);
      }
      return caughtUp(load, helpdesk, times == 1 ? Duration.ofMinutes(3) : LONGEST_CATCHING_UP);
    }
  }

  private void openSearchIsStopped() throws Exception {
    var place = Files.createDirectories(folder.resolve("opensearch-stopped"));
    var database = Database.h2(place, NO_DELAY);
    try (var openSearch = new SearchNode(place);
        var server =
            new KillableServer(place.resolve("wildfly"), openSearch.uri(), database.environment());
        var helpdesk = GenericHelpdesk.start()) {
      server.start();
      var connection = furnish(server, helpdesk);
      openSearch.stop();
      var load =
          load(
              server,
              helpdesk,
              connection,
              SOME_DELIVERIES,
              OUTAGE.toMillis() * 6 / SOME_DELIVERIES);
      try (load) {
        load.start();
        awaitAcked(load, SOME_DELIVERIES);
      }
      openSearch.startAgain();
      var tally = caughtUp(load, helpdesk, LONGEST_CATCHING_UP);
      var times = load.milliseconds();
      var more =
          " outage_s=%d ack_mean_ms=%.0f ack_max_ms=%d"
              .formatted(OUTAGE.toSeconds(), times.getAverage(), times.getMax());
      print(tally.line("opensearch-stopped", "h2", more), tally.isRight());
    }
  }

  private void helpdeskFails() throws Exception {
    var place = Files.createDirectories(folder.resolve("helpdesk-fails"));
    var database = Database.h2(place, NO_DELAY);
    try (var openSearch = new SearchNode(place);
        var server =
            new KillableServer(
                place.resolve("wildfly"), openSearch.uri(), database.environment())) {
      server.start();
      DemoKnowledge.knownTo(server.product());
      var askForTime = new Reply(429, Map.of("Retry-After", "1"), "");
      everyThird(server, "helpdesk-429", Disturbance.refused(askForTime));
      everyThird(server, "helpdesk-500", Disturbance.refused(Reply.status(500)));
      everyThird(server, "helpdesk-answer-lost", Disturbance.answerLost());
    }
  }

  private void everyThird(KillableServer server, String scenario, Disturbance disturbance)
      throws Exception {
    try (var helpdesk = GenericHelpdesk.start()) {
      helpdesk.disturb(attempt -> attempt % 3 == 0 ? disturbance : Disturbance.NONE);
      var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
      var load = load(server, helpdesk, connection, SOME_DELIVERIES, 0);
      try (load) {
        load.start();
        awaitAcked(load, SOME_DELIVERIES);
      }
      var tally = caughtUp(load, helpdesk, LONGEST_CATCHING_UP);
      print(tally.line(scenario, "h2", ""), tally.isRight());
    }
  }

  private static ConnectionForTests furnish(KillableServer server, GenericHelpdesk helpdesk) {
    DemoKnowledge.knownTo(server.product());
    return ConnectionForTests.generic(server.product(), helpdesk.base());
  }

  private static Load load(
      KillableServer server,
      GenericHelpdesk helpdesk,
      ConnectionForTests connection,
      int deliveries,
      long pauseMillis) {
    return new Load(
        server.product(), helpdesk, connection.id(), connection.secret(), deliveries, pauseMillis);
  }

  private static void awaitAcked(Load load, int howMany) {
    Eventually.within(LONGEST_CATCHING_UP)
        .see(howMany + " deliveries are acknowledged", load.acked()::size, size -> size >= howMany);
  }

  /** Waits until every acknowledged delivery has its note, and a little longer for a second one. */
  private static Tally caughtUp(Load load, GenericHelpdesk helpdesk, Duration longest)
      throws InterruptedException {
    var end = System.nanoTime() + longest.toNanos();
    while (!Tally.of(load.acked(), helpdesk).isComplete() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    Thread.sleep(Duration.ofSeconds(10));
    return Tally.of(load.acked(), helpdesk);
  }

  private void print(String line, boolean isAsItMustBe) {
    System.out.println(line);
    if (!isAsItMustBe) {
      wrong.add(line);
    }
  }
}
