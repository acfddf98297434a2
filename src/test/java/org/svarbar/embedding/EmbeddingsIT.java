package org.svarbar.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.EmbeddingEndpoint;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.OpenSearchNode;
import org.svarbar.testing.Product;
import org.svarbar.testing.SmallModel;

/**
 * Over HTTP, with a real model: in the server's process, then behind an endpoint. Servers of its
 * own, since others run without embeddings.
 */
class EmbeddingsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String QUESTION = "I cannot log in because I forgot my password";

  private static final String ENTRIES =
      """
      key,language,visibility,question,answer
      credentials,en,public,Recovering forgotten sign-in credentials,Choose a new one from the start page.
      hours,en,public,How do I log my working hours?,Write them into the table each day.
      canteen,en,public,When is the canteen open?,From eleven to one.
      """;

  private static Path folder;
  private static Path model;
  private static OpenSearchNode openSearch;
  private static Map<String, String> database;

  @BeforeAll
  static void prepare() throws IOException, SQLException {
    folder = Files.createTempDirectory(Path.of(System.getProperty("it.folder")), "embeddings");
    model = SmallModel.in(folder);
    openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort());
    database = database();
  }

  /** Of the same kind as that of the other tests. */
  private static Map<String, String> database() throws SQLException {
    var settings = new HashMap<>(System.getenv());
    settings.keySet().removeIf(name -> !name.startsWith("SVARBAR_DB_"));
    if (settings.get("SVARBAR_DB_DRIVER").equals("h2")) {
      var h2 = "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0";
      settings.put("SVARBAR_DB_URL", h2 + ";DB_CLOSE_ON_EXIT=FALSE");
      return settings;
    }
    var url = settings.get("SVARBAR_DB_URL");
    try (var connection =
            DriverManager.getConnection(
                url, settings.get("SVARBAR_DB_USER"), settings.get("SVARBAR_DB_PASSWORD"));
        var statement = connection.createStatement()) {
      statement.execute("create database embeddings");
    }
    settings.put("SVARBAR_DB_URL", url.replaceFirst("/[a-z]+$", "/embeddings"));
    return settings;
  }

  @AfterAll
  static void stop() {
    openSearch.close();
  }

  private static KillableServer server(String name, Map<String, String> settings)
      throws IOException {
    var server = new KillableServer(folder.resolve(name), openSearch.uri(), database, settings);
    server.start();
    return server;
  }

  private static Map<String, String> onnx() {
    return Map.of(
        "svarbar.embedding.kind", "onnx",
        "svarbar.embedding.onnx.folder", model.toString(),
        "svarbar.embedding.longest-millis", "10000");
  }

  @Test
  void ranksByMeaningInProcessAndByAnEndpointAndByWordsMeanwhile() throws IOException {
    try (var server = server("onnx", onnx())) {
      var product = server.product();
      importEntries(product, ENTRIES);
      ranksByMeaning(product, "minilm");
      followsAChange(product);
    }
    try (var local = new OnnxModel(new ModelFolder(model), Pooling.MEAN, 128, 1);
        var endpoint = new EmbeddingEndpoint(text -> values(local, text))) {
      endpoint.answerWith(500);
      var settings =
          Map.of(
              "svarbar.embedding.kind", "endpoint",
              "svarbar.embedding.endpoint.address", endpoint.address().toString(),
              "svarbar.embedding.endpoint.model", "house-model",
              "svarbar.embedding.endpoint.credential", "s3cret",
              "svarbar.embedding.longest-millis", "10000");
      try (var server = server("endpoint", settings)) {
        ranksByWordsMeanwhile(server);
        endpoint.answerWith(200);
        ranksByMeaning(server.product(), "house-model");
        sendsNoIdentifiers(server.product(), endpoint);
      }
    }
  }

  @Test
  void aWrongSettingRefusesTheStartAndIsNamed() throws IOException {
    var settings = new HashMap<>(onnx());
    settings.put("svarbar.embedding.onnx.pooling", "max");
    try (var server =
        new KillableServer(folder.resolve("wrong"), openSearch.uri(), database, settings)) {
      server.launch();

      Eventually.within(PATIENCE)
          .see(
              "the server says what is wrong",
              () -> Files.exists(server.log()) ? Files.readString(server.log()) : "",
              log ->
                  log.contains(
                      "svarbar.embedding.onnx.pooling is \"max\", but has to be: one of mean, cls,"
                          + " last"));
      assertThat(server.product().get("api/knowledge/embeddings").status()).isEqualTo(404);
    }
  }

  private static void importEntries(Product product, String csv) {
    product.send(
        "POST",
        "api/knowledge/import?format=csv&source=embeddings",
        Map.of("Content-Type", "text/csv"),
        BodyPublishers.ofString(csv));
    Eventually.within(PATIENCE)
        .see(
            "entries are indexed",
            () -> product.get("api/knowledge/index").json().asJsonObject(),
            it -> it.getInt("behind") == 0);
  }

  private static void awaitEmbedded(Product product, String model) {
    Eventually.within(PATIENCE)
        .see(
            "entries are embedded",
            () -> product.get("api/knowledge/embeddings").json().asJsonObject(),
            it -> it.getInt("behind") == 0 && it.getString("model").equals(model));
  }

  private static JsonObject suggested(Product product, String question) {
    var asked = Json.createObjectBuilder().add("text", question).add("most", 10).build();
    var said = product.post("api/suggestions", asked.toString());
    assertThat(said.status()).describedAs(said.toString()).isEqualTo(200);
    return said.json().asJsonObject();
  }

  private static List<JsonObject> ranked(JsonObject suggested) {
    return Stream.of("suggestions", "passedOver")
        .flatMap(list -> suggested.getJsonArray(list).getValuesAs(JsonObject.class).stream())
        .toList();
  }

  private static void ranksByMeaning(Product product, String model) {
    awaitEmbedded(product, model);
    var suggested =
        Eventually.within(PATIENCE)
            .see(
                "embeddings take part",
                () -> suggested(product, QUESTION),
                it -> it.getString("embeddings").equals(model));

    var ranked = ranked(suggested);
    var byMeaning = named(ranked, "credentials");
    assertThat(ranked.getFirst()).isEqualTo(byMeaning);
    var byWords = named(ranked, "hours");
    assertThat(number(byMeaning, "similarity")).isGreaterThan(number(byWords, "similarity"));
    // by words alone, the other would be first
    assertThat(number(byWords, "score") - number(byWords, "meaning"))
        .isGreaterThan(number(byMeaning, "score") - number(byMeaning, "meaning"));
  }

  private static void followsAChange(Product product) {
    var before = number(named(ranked(suggested(product, QUESTION)), "canteen"), "similarity");

    importEntries(
        product, ENTRIES.replace("When is the canteen open?", "Forgot the canteen's password?"));
    awaitEmbedded(product, "minilm");

    assertThat(number(named(ranked(suggested(product, QUESTION)), "canteen"), "similarity"))
        .isGreaterThan(before + 0.2);
    importEntries(product, ENTRIES);
  }

  private static void ranksByWordsMeanwhile(KillableServer server) throws IOException {
    var product = server.product();
    var standing =
        Eventually.within(PATIENCE)
            .see(
                "embedding waits for the endpoint",
                () -> product.get("api/knowledge/embeddings").json().asJsonObject(),
                it -> !it.getString("trouble").isEmpty());
    // another model: all entries are embedded anew
    assertThat(standing.getInt("behind")).isEqualTo(3);
    assertThat(standing.getString("trouble")).contains("house-model", "500");

    for (var i = 0; i < 3; i++) {
      var suggested = suggested(product, QUESTION);
      assertThat(suggested.getString("embeddings")).isEqualTo("none");
      assertThat(ranked(suggested).getFirst().getString("key")).isEqualTo("hours");
      assertThat(ranked(suggested).getFirst()).doesNotContainKey("similarity");
    }
    try (var log = Files.lines(server.log())) {
      assertThat(log.filter(line -> line.contains("ranked without embeddings"))).hasSize(1);
    }
  }

  private static void sendsNoIdentifiers(Product product, EmbeddingEndpoint endpoint) {
    suggested(product, "My address is sam.sample@example.com, what is my password?");

    assertThat(endpoint.calls()).allMatch(call -> call.authorization().equals("Bearer s3cret"));
    var sent = endpoint.calls().stream().flatMap(call -> call.texts().stream()).toList();
    assertThat(sent).anyMatch(text -> text.contains("[e-mail]"));
    assertThat(sent).noneMatch(text -> text.contains("sam.sample"));
  }

  private static float[] values(OnnxModel local, String text) {
    return local.embed(List.of(text)).getFirst().values();
  }

  private static JsonObject named(List<JsonObject> ranked, String key) {
    return ranked.stream().filter(it -> it.getString("key").equals(key)).findFirst().orElseThrow();
  }

  private static double number(JsonObject suggestion, String name) {
    return suggestion.getJsonNumber(name).doubleValue();
  }
}
