package org.svarbar.crash;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;

/**
 * Three nodes of OpenSearch. In order, for the last one kills one of them: what is asked is
 * answered all the same.
 */
@TestMethodOrder(OrderAnnotation.class)
class SearchClusterIT {

  private static final Eventually IN_TIME = Eventually.within(Duration.ofMinutes(3));

  private static Path folder;
  private static List<OpenSearchNode> nodes;
  private static GenericHelpdesk helpdesk;
  private static KillableServer server;

  @BeforeAll
  static void startAll() throws IOException {
    folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "cluster");
    var ports = IntStream.range(0, 6).mapToObj(any -> KillableServer.freePort()).toList();
    nodes = OpenSearchNode.cluster(folder, ports);
    helpdesk = GenericHelpdesk.start();
    server = server(Map.of("svarbar.opensearch.shards", "2"));
    server.start();
    DemoKnowledge.knownTo(server.product());
  }

  private static KillableServer server(Map<String, String> settings) throws IOException {
    var all = new java.util.HashMap<>(settings);
    all.put(
        "svarbar.opensearch.url",
        nodes.stream().map(node -> node.uri().toString()).collect(Collectors.joining(",")));
    return new KillableServer(
        folder.resolve("wildfly"),
        nodes.getFirst().uri(),
        Database.h2(folder, ";WRITE_DELAY=0").environment(),
        all);
  }

  @AfterAll
  static void stop() {
    server.close();
    helpdesk.close();
    nodes.forEach(OpenSearchNode::close);
  }

  /** What is found in a part of the knowledge is no answer, and nothing to tell an agent. */
  @Test
  @Order(1)
  void isWaitedForWhileAPartOfItIsMissing() {
    var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
    var index = index();
    IN_TIME.see("two of each part", () -> cluster("/_cluster/health/" + index), this::isGreen);
    put(
        index + "/_settings",
        "{\"index.auto_expand_replicas\":false,\"index.number_of_replicas\":0}");
    IN_TIME.see("its parts are on two nodes", () -> holders(index), all -> all.size() == 2);
    var lost = nodes.get(holder(index));
    signal("-STOP", List.of(lost));
    var left = nodes.stream().filter(node -> node != lost).findFirst().orElseThrow();
    var health = Product.at(URI.create(left.uri() + "/"));
    try {
      IN_TIME.see(
          "a part is missing",
          () -> health.get("_cluster/health/" + index).json().asJsonObject(),
          it -> it.getString("status", "").equals("red") && it.getInt("active_shards") == 1);
      isNotAnswered(connection);
    } finally {
      signal("-CONT", List.of(lost));
    }
    IN_TIME.see("a note", () -> helpdesk.notes("part"), notes -> notes.size() == 1);
    put(index + "/_settings", "{\"index.auto_expand_replicas\":\"0-1\"}");
  }

  private static void isNotAnswered(ConnectionForTests connection) {
    var question = DemoKnowledge.mails().getFirst().expectedTitle();
    var answer =
        connection.deliver("msg_" + UUID.randomUUID(), helpdesk.open("part", question, question));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(suggested(question).status()).isEqualTo(503);
    IN_TIME.see(
        "it was tried",
        () -> server.product().get("api/deliveries?connection=" + connection.id()).body(),
        it -> it.contains("\"attempts\":1") || it.contains("\"attempts\":2"));
    assertThat(helpdesk.notes("part")).isEmpty();
  }

  @Test
  @Order(2)
  void isWaitedForWhileItHangs() {
    var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
    var question = DemoKnowledge.mails().getFirst().expectedTitle();
    signal("-STOP", nodes);
    try {
      var event = helpdesk.open("hangs", question, question);
      var start = System.nanoTime();
      assertThat(connection.deliver("msg_" + UUID.randomUUID(), event).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(suggested(question).status()).isEqualTo(503);
    } finally {
      signal("-CONT", nodes);
    }
    IN_TIME.see("a note", () -> helpdesk.notes("hangs"), notes -> notes.size() == 1);
  }

  private static Product.Answer suggested(String question) {
    var asked = Json.createObjectBuilder().add("text", question).add("language", "sv");
    return server.product().post("api/suggestions", asked.build().toString());
  }

  private static void signal(String which, List<OpenSearchNode> some) {
    var command = new ArrayList<>(List.of("kill", which));
    some.forEach(node -> command.add(Long.toString(node.process().pid())));
    try {
      assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void put(String path, String json) {
    var answer = alive().put(path, json);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /** The nodes of what there is one of. */
  private static Set<String> holders(String index) {
    var shards = shards(index);
    return shards.size() == 2 && shards.stream().allMatch(it -> it.containsKey("node"))
        ? shards.stream().map(it -> it.get("node").toString()).collect(Collectors.toSet())
        : Set.of();
  }

  private static List<JsonObject> shards(String index) {
    return ask("/_cat/shards/" + index + "?format=json").json().asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  @Test
  @Order(3)
  void isAnsweredFromWhenOneOfThreeIsKilled() throws IOException {
    var connection = ConnectionForTests.generic(server.product(), helpdesk.base());
    var index = index();
    assertThat(setting(index, "number_of_shards")).isEqualTo("2");
    assertThat(setting(index, "auto_expand_replicas")).isEqualTo("0-1");
    IN_TIME.see("two of each part", () -> cluster("/_cluster/health/" + index), this::isGreen);

    var lost = holder(index);
    nodes.get(lost).process().destroyForcibly();
    nodes.get(lost).process().onExit().join();
    var start = System.nanoTime();
    var question = DemoKnowledge.mails().getFirst().expectedTitle();
    connection.deliver("msg_" + UUID.randomUUID(), helpdesk.open("lost", question, question));
    IN_TIME.see("a note", () -> helpdesk.notes("lost"), notes -> !notes.isEmpty());

    System.out.printf(
        "note after a node of OpenSearch was killed: %.1f s%n", (System.nanoTime() - start) / 1e9);
    DemoKnowledge.importFaq(server.product(), "sv");
    DemoKnowledge.awaitIndex(server.product());
    assertThat(index()).isEqualTo(index);

    server.kill();
    server = server(Map.of("svarbar.opensearch.shards", "2", "svarbar.opensearch.replicas", "2"));
    server.start();
    IN_TIME.see(
        "more copies of the index that there is",
        () -> setting(index, "auto_expand_replicas"),
        "0-2"::equals);
    assertThat(index()).isEqualTo(index);
  }

  private boolean isGreen(JsonObject health) {
    return health.getString("status").equals("green");
  }

  private static String index() {
    var said = server.product().get("api/knowledge/index").json().asJsonObject();
    return said.getJsonArray("serving").getValuesAs(JsonString.class).getFirst().getString();
  }

  private static String setting(String index, String name) {
    return cluster("/" + index + "/_settings")
        .getJsonObject(index)
        .getJsonObject("settings")
        .getJsonObject("index")
        .getString(name);
  }

  /** Which of them has the first part, to which is written. */
  private static int holder(String index) {
    return shards(index).stream()
        .filter(shard -> shard.getString("prirep").equals("p"))
        .map(shard -> Integer.parseInt(shard.getString("node").replace("node-", "")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject cluster(String path) {
    return ask(path).json().asJsonObject();
  }

  /** Whatever one that lives says. */
  private static Product.Answer ask(String path) {
    return alive().get(path.substring(1));
  }

  private static Product alive() {
    var alive = nodes.stream().filter(node -> node.process().isAlive()).findFirst().orElseThrow();
    return Product.at(URI.create(alive.uri() + "/"));
  }
}
