package org.svarbar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svarbar.bench.SearchRecorder.Search;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;

/**
 * How long a suggestion takes in a large FAQ, beside the very same searches sent straight to
 * OpenSearch, each after the other by turns.
 */
final class Scale {

  private static final long SEED = 20_261_122;
  private static final int AT_A_TIME = 1_000;
  private static final int WARM_UP = 300;
  private static final Pattern COUNT = Pattern.compile("\"index_total\":(\\d+)");
  private static final Pattern BYTES = Pattern.compile("\"size_in_bytes\":(\\d+)");

  private final Path folder;
  private final OpenSearchNode openSearch;
  private final Map<String, String> database;
  private final GeneratedKnowledge knowledge;

  private final int counted;

  private Scale(Path folder, OpenSearchNode openSearch, int counted) throws IOException {
    this.folder = folder;
    this.openSearch = openSearch;
    this.counted = counted;
    var h2 = "jdbc:h2:file:" + folder.resolve("svarbar") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    database = Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", h2);
    knowledge = new GeneratedKnowledge(SEED);
  }

  /**
   * @param folder to work in
   * @param entries how many entries there are, from one measurement to the next more
   * @param counted how many suggestions are timed, after those that warm up
   */
  static void measure(Path folder, List<Integer> entries, int counted) throws Exception {
    Files.createDirectories(folder);
    try (var openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort())) {
      var scale = new Scale(folder, openSearch, counted);
      System.out.printf("bench seed=%d%n", SEED);
      var before = 0;
      for (var count : entries) {
        scale.grow(before, count);
        scale.compare(count);
        before = count;
      }
    }
  }

  /** By the product's own import. */
  private void grow(int from, int to) throws IOException {
    try (var server = server(openSearch.uri())) {
      var product = started(server);
      var start = System.nanoTime();
      for (var at = from; at < to; at += AT_A_TIME) {
        var file = knowledge.file(at, Math.min(at + AT_A_TIME, to));
        var answer = product.post("api/knowledge/import?source=generated&format=json", file);
        if (answer.status() != 200
            || !answer.json().asJsonObject().getJsonArray("refused").isEmpty()) {
          throw new IllegalStateException("not imported: " + answer);
        }
      }
      Figures.print("import-to-" + to, seconds(start), "s");
      awaitIndex(product);
      Figures.print("import-and-index-to-" + to, seconds(start), "s");
      var indexed = indexed("indexing", COUNT);
      var again = System.nanoTime();
      product.post(
          "api/knowledge/import?source=generated&format=json",
          knowledge.file(from, Math.min(from + AT_A_TIME, to)));
      Figures.print("import-unchanged-" + AT_A_TIME + "-of-" + to, seconds(again), "s");
      awaitIndex(product);
      Figures.print(
          "indexed-again-though-unchanged-of-" + to,
          indexed("indexing", COUNT) - indexed,
          "entries");
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void awaitIndex(Product product) {
    Eventually.within(Duration.ofMinutes(15))
        .see(
            "the index holds what the database does",
            () -> product.get("api/knowledge/index"),
            it -> it.status() == 200 && it.json().asJsonObject().getInt("behind") == 0);
  }

  private void compare(int entries) throws IOException, URISyntaxException {
    var mails = knowledge.mails(WARM_UP + counted, entries);
    var searches = searches(mails);
    try (var server = server(openSearch.uri());
        var bare = new BareSearch(openSearch.uri())) {
      var product = started(server);
      var suggested = new ArrayList<Long>();
      var searched = new ArrayList<Long>();
      for (var i = 0; i < mails.size(); i++) {
        var mail = mails.get(i);
        var search = searches.get(i);
        var first = i % 2 == 0;
        var before = first ? 0 : Figures.timed(() -> search.forEach(bare::search));
        suggested.add(Figures.timed(() -> ask(product, mail)));
        searched.add(first ? Figures.timed(() -> search.forEach(bare::search)) : before);
      }
      var own = figures(suggested);
      var others = figures(searched);
      own.print("suggestion-p50-of-" + entries, 0.5, others, "the-same-searches");
      own.print("suggestion-p99-of-" + entries, 0.99, others, "the-same-searches");
      others.print("searches-p50-of-" + entries, 0.5);
      others.print("searches-p99-of-" + entries, 0.99);
      memory(server, entries);
    }
  }

  private static Figures figures(List<Long> micros) {
    return new Figures(micros.stream().skip(WARM_UP).mapToLong(Long::longValue).toArray());
  }

  /** What the product searches for when it is asked. */
  private List<List<Search>> searches(List<String> mails) throws IOException {
    try (var recorder = new SearchRecorder(openSearch.uri());
        var server = server(recorder.uri())) {
      var product = started(server);
      // after a start over many entries, the first searches read files and may take too long
      Eventually.within(Duration.ofMinutes(2))
          .see(
              "a first suggestion",
              () -> product.post("api/suggestions", mails.getFirst()),
              it -> it.status() == 200);
      recorder.taken();
      var all = new ArrayList<List<Search>>();
      for (var mail : mails) {
        ask(product, mail);
        all.add(recorder.taken());
      }
      return all;
    }
  }

  private static void ask(Product product, String mail) {
    var answer = product.post("api/suggestions", mail);
    if (answer.status() != 200) {
      throw new IllegalStateException("no suggestion: " + answer);
    }
  }

  private KillableServer server(URI search) throws IOException {
    return new KillableServer(folder.resolve("server"), search, database);
  }

  private static Product started(KillableServer server) throws IOException {
    server.start();
    awaitIndex(server.product());
    return Programs.of(server.product());
  }

  private void memory(KillableServer server, int entries) throws IOException {
    Figures.print("memory-wildfly-of-" + entries, Bench.resident(server.pid()), "MB");
    Figures.print(
        "memory-opensearch-of-" + entries, Bench.resident(openSearch.process().pid()), "MB");
    Figures.print("index-of-" + entries, indexed("store", BYTES) / 1e6, "MB");
  }

  /** What the index says of itself. */
  private double indexed(String statistics, Pattern number) throws IOException {
    var request =
        HttpRequest.newBuilder(
                openSearch
                    .uri()
                    .resolve("/faq-entries/_stats/" + statistics + "?filter_path=_all.primaries"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var said = client.send(request, BodyHandlers.ofString()).body();
      return number
          .matcher(said)
          .results()
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  /** The sizes of a list such as `10000,100000`. */
  static List<Integer> sizes(String listed) {
    return Arrays.stream(listed.split(",")).map(String::strip).map(Integer::valueOf).toList();
  }

  /** Only this: a folder to work in, the sizes, and how many suggestions are timed. */
  public static void main(String[] arguments) throws Exception {
    measure(
        Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "scale"),
        sizes(arguments[1]),
        Integer.parseInt(arguments[2]));
    System.exit(0);
  }
}
