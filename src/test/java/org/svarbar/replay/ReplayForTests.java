package org.svarbar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

/** A replay that a test has begun. */
record ReplayForTests(Product product, long id) {

  private static final String ALL = "api/triage/replays";

  static ReplayForTests ofFile(String connection, String file, boolean strict) {
    var product = Product.underTest();
    var path = ALL + "/file?connection=" + connection + "&strict=" + strict;
    return of(product, product.post(path, file));
  }

  /** Of at most so many tickets of the connection's helpdesk, from the year that begins there. */
  static ReplayForTests ofYear(ConnectionForTests connection, Instant from, int most) {
    var order =
        Json.createObjectBuilder()
            .add("connection", connection.id())
            .add("from", from.toString())
            .add("until", from.plus(Duration.ofDays(365)).toString())
            .add("most", most)
            .build();
    return of(connection.product(), connection.product().post(ALL, order.toString()));
  }

  private static ReplayForTests of(Product product, Answer started) {
    assertThat(started.status()).as("%s", started).isEqualTo(201);
    var id = started.json().asJsonObject().getJsonNumber("id").longValue();
    return new ReplayForTests(product, id);
  }

  JsonObject standing() {
    return product.get(at("")).json().asJsonObject();
  }

  int cases() {
    return standing().getInt("cases");
  }

  /** Waits until it is over. */
  ReplayForTests finished(Duration within) {
    Eventually.within(within)
        .see("the replay is over", this::standing, it -> it.getString("state").equals("finished"));
    return this;
  }

  JsonObject report() {
    var answer = product.get(at("/report"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonObject();
  }

  int count(String result) {
    return report().getJsonObject("counts").getInt(result);
  }

  Answer next() {
    return product.get(at("/next"));
  }

  int judge(long found, String judgement) {
    var path = at("/cases/" + found + "/judgement");
    return product.post(path, "{\"judgement\":\"" + judgement + "\"}").status();
  }

  /** Judges all that is left to judge; returns how many there were. */
  int judgeAll(String judgement) {
    var judged = 0;
    for (var next = next(); next.status() == 200; next = next()) {
      var found = next.json().asJsonObject().getJsonNumber("id").longValue();
      assertThat(judge(found, judgement)).isEqualTo(204);
      judged++;
    }
    return judged;
  }

  String at(String below) {
    return ALL + "/" + id + below;
  }

  /** For people who look at what the test did. */
  void print() {
    var report = report();
    System.out.println("replay: " + report.getJsonObject("counts"));
    System.out.println("threshold coverage right wrong undecided share bound");
    for (var point : report.getJsonArray("curve").getValuesAs(JsonObject.class)) {
      print(number(point, "threshold") + " " + number(point, "coverage"), point);
    }
    for (var part : List.of("groups", "languages", "topics")) {
      for (var each : report.getJsonArray(part).getValuesAs(JsonObject.class)) {
        print(part + " " + each.getString("name") + " " + each.getInt("cases"), each);
      }
    }
  }

  private static void print(String what, JsonObject of) {
    var it = of.getJsonObject("precision");
    System.out.printf(
        "%s  %d %d %d  %s %s%n",
        what,
        it.getInt("right"),
        it.getInt("wrong"),
        it.getInt("undecided"),
        number(it, "share"),
        number(it, "lowerBound"));
  }

  private static String number(JsonObject of, String name) {
    return String.format(Locale.ROOT, "%.3f", of.getJsonNumber(name).doubleValue());
  }
}
