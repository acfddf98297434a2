package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** A source that a test set up at the product under test. */
public record SourceForTests(Product product, String name) {

  private static final Eventually IN_TIME = Eventually.within(Duration.ofSeconds(90));

  public static JsonObjectBuilder at(String kind, String address) {
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("address", address)
        .add("language", "en")
        .add("visibility", "public");
  }

  public static JsonObjectBuilder of(String kind, String connection) {
    return at(kind, "").add("connection", connection);
  }

  /** Sets it up with a name of its own; it is read at once. */
  public static SourceForTests putUp(JsonObjectBuilder form) {
    var source = new SourceForTests(Product.underTest(), "t-" + UUID.randomUUID());
    var answer = source.put(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return source;
  }

  public Product.Answer put(JsonObjectBuilder form) {
    return product.put("api/sources/" + name, form.build().toString());
  }

  /** Has it read now, and waits until it was. */
  public JsonObject synced() {
    return does("sync");
  }

  /** Has it read now with all that is gone retired, and waits until it was. */
  public JsonObject confirmed() {
    return does("confirm-removal");
  }

  /** Waits for the end of the run that began when the source was set up. */
  public JsonObject firstRun() {
    return run("the first run ended", run -> !run.isNull("outcome"));
  }

  private JsonObject does(String what) {
    var before = IN_TIME.see("nothing runs", this::view, view -> !view.getBoolean("running"));
    var startedAt = before.getJsonObject("lastRun").getString("startedAt");
    var answer = product.post("api/sources/" + name + "/" + what, "");
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    return run(
        "another run ended",
        run -> !run.getString("startedAt").equals(startedAt) && run.containsKey("outcome"));
  }

  public JsonObject run(String what, Predicate<JsonObject> isSo) {
    return IN_TIME
        .see(
            what,
            this::view,
            view ->
                !view.getBoolean("running")
                    && view.containsKey("lastRun")
                    && view.getJsonObject("lastRun").containsKey("outcome")
                    && isSo.test(view.getJsonObject("lastRun")))
        .getJsonObject("lastRun");
  }

  public JsonObject view() {
    var answer =
        product.send(
            "GET",
            "api/sources/" + name,
            Map.of("Accept", "application/json", "Accept-Language", "en"),
            java.net.http.HttpRequest.BodyPublishers.noBody());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonObject();
  }

  public void remove() {
    product.delete("api/sources/" + name + "?entries=retire");
  }

  /** The sentences with which the product would answer this question now. */
  public List<String> answers(String question) {
    var body = Json.createObjectBuilder().add("text", question).add("language", "en").build();
    var answer = product.post("api/suggestions", body.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer
        .json()
        .asJsonObject()
        .getJsonArray("suggestions")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(found -> found.getString("sentence"))
        .toList();
  }

  /** Waits until this question is answered so; returns after how many seconds. */
  public double secondsUntilAnswered(String question, String sentence) {
    return secondsUntil(question, found -> found.contains(sentence));
  }

  /** Waits until this sentence is no answer any more; returns after how many seconds. */
  public double secondsUntilGone(String question, String sentence) {
    return secondsUntil(question, found -> !found.contains(sentence));
  }

  private double secondsUntil(String question, Predicate<List<String>> isSo) {
    var from = System.nanoTime();
    IN_TIME.see("what \"" + question + "\" is answered with", () -> answers(question), isSo);
    return (System.nanoTime() - from) / 1e9;
  }

  public static List<String> reasons(JsonObject run, String place) {
    return run.getJsonArray("refusals").getValuesAs(JsonObject.class).stream()
        .filter(refused -> refused.getString("place").endsWith(place))
        .flatMap(refused -> refused.getJsonArray("reasons").getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .toList();
  }
}
