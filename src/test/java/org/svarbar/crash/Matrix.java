package org.svarbar.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jboss.byteman.agent.Main;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.StandardWebhook;

/**
 * The server halted at each moment by itself: before and after each commit, and before and after
 * each call to the helpdesk and to OpenSearch, on the way of a ticket from the webhook to its note.
 *
 * <p>The moments are not listed anywhere: tickets are watched on their way first, and what all of
 * them come through is a moment. A step that is added to the product is halted at without a word.
 */
final class Matrix implements AutoCloseable {

  /** A moment belongs to the way of a ticket if so many tickets in a row come through it. */
  private static final int WATCHED = 3;

  private static final Duration LONGEST_WAY = Duration.ofMinutes(2);
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final int TRIES = 3;

  private final Path orders;
  private final SearchNode openSearch;
  private final KillableServer server;
  private final GenericHelpdesk helpdesk = GenericHelpdesk.start();
  private final Map<String, String> unheard = new HashMap<>();
  private ConnectionForTests connection;
  private int tickets;

  Matrix(Path folder, Database database) throws IOException {
    orders = Files.createDirectories(folder.resolve("orders"));
    openSearch = new SearchNode(folder);
    server =
        new KillableServer(folder.resolve("wildfly"), openSearch.uri(), database.environment());
    server.with(agent(orders));
  }

  private static List<String> agent(Path orders) throws IOException {
    try (var script = Matrix.class.getResourceAsStream("halt.btm")) {
      var file = orders.resolve("halt.btm");
      Files.write(file, script.readAllBytes());
      var agent = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var helper = orders.resolve("halt.jar");
      pack(helper);
      return List.of(
          "-javaagent:" + agent + "=script:" + file + ",boot:" + helper,
          "-Djboss.modules.system.pkgs=org.jboss.byteman,org.svarbar.crash",
          "-D" + Halt.FOLDER + "=" + orders);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What runs inside the server, as a library that every class loader there sees. */
  private static void pack(Path jar) throws IOException {
    var name = Halt.class.getName().replace('.', '/') + ".class";
    try (var code = Halt.class.getClassLoader().getResourceAsStream(name);
        var packed = new JarOutputStream(Files.newOutputStream(jar))) {
      packed.putNextEntry(new JarEntry(name));
      code.transferTo(packed);
      packed.closeEntry();
    }
  }

  /**
   * Halts at each moment once.
   *
   * @param print gets each moment's line, and whether the ticket ended as it must
   */
  void run(String database, BiConsumer<String, Boolean> print) throws Exception {
    server.start();
    DemoKnowledge.knownTo(server.product());
    connection = ConnectionForTests.generic(server.product(), helpdesk.base());
    var moments = moments();
    print.accept(
        "crash scenario=matrix db=%s moments=%d".formatted(database, moments.size()), true);
    var all = new HashMap<String, String>();
    for (var moment : moments) {
      all.putAll(haltAt(moment));
    }
    Thread.sleep(SETTLING);
    for (var moment : moments) {
      var ticket = all.get(moment);
      var notes = ticket == null ? 0 : helpdesk.notes(ticket).size();
      var line =
          "crash scenario=matrix db=%s moment=\"%s\" halted=%s notes=%d"
              .formatted(database, moment, ticket != null, notes);
      print.accept(line, notes == 1);
    }
  }

  /** What each of some tickets came through. */
  private Set<String> moments() throws Exception {
    var moments = new TreeSet<String>();
    for (var watched = 1; watched <= WATCHED; watched++) {
      Files.deleteIfExists(orders.resolve(Halt.REACHED));
      order(Halt.RECORD);
      var ticket = open();
      awaitNote(ticket);
      Thread.sleep(SETTLING);
      Files.delete(orders.resolve(Halt.ORDER));
      var reached = Files.readAllLines(orders.resolve(Halt.REACHED));
      if (watched == 1) {
        moments.addAll(reached);
      } else {
        moments.retainAll(reached);
      }
    }
    return moments;
  }

  /** The ticket on whose way the server was halted at this moment; empty if it never was. */
  private Map<String, String> haltAt(String moment) throws Exception {
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      order(moment);
      var ticket = open();
      var halted = halted(ticket);
      Files.deleteIfExists(orders.resolve(Halt.ORDER));
      if (halted) {
        server.kill();
        server.start();
      }
      awaitNote(ticket);
      if (halted) {
        return Map.of(moment, ticket);
      }
    }
    return Map.of();
  }

  /** Whether the order was carried out before the ticket had its note, or a little later. */
  private boolean halted(String ticket) throws InterruptedException {
    var end = System.nanoTime() + LONGEST_WAY.toNanos();
    while (helpdesk.notes(ticket).isEmpty() && server.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    var late = System.nanoTime() + SETTLING.toNanos();
    while (server.isAlive() && System.nanoTime() < late) {
      Thread.sleep(20);
    }
    return !server.isAlive();
  }

  private void order(String order) throws IOException {
    var file = orders.resolve("next");
    Files.writeString(file, order);
    Files.move(file, orders.resolve(Halt.ORDER), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Opens a ticket and tells of it once; whether anybody hears it is another question. */
  private String open() {
    var ticket = "matrix-" + ++tickets;
    var question = DemoKnowledge.mails().getFirst().expectedTitle();
    var event = helpdesk.open(ticket, question, question);
    unheard.put(ticket, event);
    try {
      tell(ticket);
    } catch (UncheckedIOException e) {
      // it was halted before it answered
    }
    return ticket;
  }

  private void tell(String ticket) {
    var webhook = StandardWebhook.of(connection.secret(), "msg_" + ticket, unheard.get(ticket));
    if (connection.deliver(webhook).status() == 200) {
      unheard.remove(ticket);
    }
  }

  /** A helpdesk that got no answer tells again. */
  private void awaitNote(String ticket) {
    if (unheard.containsKey(ticket)) {
      tell(ticket);
    }
    Eventually.within(LONGEST_WAY)
        .see(
            "ticket " + ticket + " has its note",
            () -> helpdesk.notes(ticket),
            notes -> !notes.isEmpty());
  }

  @Override
  public void close() {
    server.close();
    helpdesk.close();
    openSearch.close();
  }
}
