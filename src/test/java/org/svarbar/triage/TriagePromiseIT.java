package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class TriagePromiseIT {

  private final String connection = ConnectionForTests.generic("http://127.0.0.1:9").id();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void refusesAPromiseWithFortyJudgedCasesAndSaysHowManyAreMissing() {
    judge("early", 40, 0, "");

    var promise = ask(0.95, "");

    assertThat(promise.getString("state")).isEqualTo("refused");
    assertThat(promise.getInt("cases")).isEqualTo(40);
    assertThat(promise.getInt("missing")).isEqualTo(19);
    assertThat(promise.containsKey("threshold")).isFalse();
  }

  @Test
  void grantsItWithEnoughAndWithdrawsItWhenItIsBroken() {
    judge("early", 60, 0, "");
    var granted = ask(0.95, "");
    assertThat(granted.getString("state")).isEqualTo("granted");
    assertThat(granted.getJsonNumber("lowerBound").doubleValue()).isGreaterThan(0.95);

    judge("good", 10, 0, "");
    assertThat(state()).isEqualTo("granted");

    judge("bad", 10, 6, "");

    assertThat(state()).isEqualTo("withdrawn");
    for (var path : List.of("console", "console/triage")) {
      assertThat(Product.underTest().page(path, "en").body())
          .as(path)
          .contains("The promise of 95% at " + connection + " is withdrawn since");
    }
    Product.underTest().delete("api/triage/promises/" + connection);
    assertThat(Product.underTest().page("console", "en").body()).doesNotContain("at " + connection);
  }

  @Test
  void keepsGroupsApart() {
    judge("support", 60, 0, "Support");
    judge("billing", 60, 12, "Billing");

    assertThat(ask(0.95, "Support").getString("state")).isEqualTo("granted");
    assertThat(ask(0.95, "Billing").getString("state")).isEqualTo("refused");
    assertThat(ask(0.95, "Nobody").getInt("missing")).isEqualTo(59);
  }

  @Test
  void countsAJudgementOnceHoweverOftenItIsSent() {
    judge("twice", 40, 0, "");
    judge("twice", 40, 0, "");

    var known = Product.underTest().get("api/triage/outcomes/" + connection).json().asJsonObject();
    assertThat(known.getInt("judged")).isEqualTo(40);
    assertThat(known.getInt("right")).isEqualTo(40);
  }

  @Test
  void calibratesOnOutcomesAndGoesBackWhenToldTo() {
    // said .9 each time, right in 6 of 10
    for (var i = 0; i < 10; i++) {
      judge("over" + i, 10, 4, "");
    }

    var versions = Product.underTest().get(calibrations()).json().asJsonArray();
    var newest = versions.getJsonObject(0);
    assertThat(newest.getBoolean("kept")).isTrue();
    assertThat(newest.getBoolean("inUse")).isTrue();
    assertThat(newest.getJsonNumber("loss").doubleValue())
        .isLessThanOrEqualTo(newest.getJsonNumber("lossBefore").doubleValue());
    assertThat(newest.getInt("fittedOn")).isLessThan(100);

    var back = Product.underTest().post(calibrations() + "/shipped-1/use", "");

    assertThat(back.status()).isEqualTo(204);
    var after = Product.underTest().get(calibrations()).json().asJsonArray();
    assertThat(after.getValuesAs(JsonObject.class)).noneMatch(it -> it.getBoolean("inUse"));
    assertThat(Product.underTest().post(calibrations() + "/own-0/use", "").status()).isEqualTo(404);
  }

  @Test
  void namesWhatItCannotLearnFromAndTakesTheRest() {
    var answer =
        Product.underTest()
            .post(
                "api/triage/outcomes/" + connection,
                "[{\"ticket\":\"1\",\"message\":\"1\",\"right\":true,\"probability\":0.9},"
                    + "{\"ticket\":\"2\",\"message\":\"1\",\"right\":true},"
                    + "{\"ticket\":\"3\",\"message\":\"1\",\"right\":true,\"probability\":7},"
                    + "{\"ticket\":\"4\"},8]");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    var report = answer.json().asJsonObject();
    assertThat(report.getInt("learned")).isEqualTo(1);
    assertThat(report.getJsonArray("refused")).hasSize(4);
    assertThat(Product.underTest().put(promises(), "{\"atLeast\":2}").status()).isEqualTo(400);
    assertThat(Product.underTest().put(promises(), "x").status()).isEqualTo(400);
  }

  private String calibrations() {
    return "api/triage/calibrations/" + connection;
  }

  private String promises() {
    return "api/triage/promises/" + connection;
  }

  private String state() {
    return Product.underTest()
        .get(promises())
        .json()
        .asJsonArray()
        .getJsonObject(0)
        .getString("state");
  }

  private JsonObject ask(double atLeast, String group) {
    var wanted = Json.createObjectBuilder().add("atLeast", atLeast).add("group", group).build();
    var answer = Product.underTest().put(promises(), wanted.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonObject();
  }

  /** The wrong ones are spread over all. */
  private void judge(String name, int all, int wrong, String group) {
    var judgements = Json.createArrayBuilder();
    for (var i = 0; i < all; i++) {
      var isWrong = (i + 1) * wrong / all > i * wrong / all;
      judgements.add(
          Json.createObjectBuilder()
              .add("ticket", String.format(Locale.ROOT, "%s-%d", name, i))
              .add("message", "1")
              .add("right", !isWrong)
              .add("probability", 0.9 + 0.0001 * i)
              .add("group", group));
    }
    var answer =
        Product.underTest()
            .post("api/triage/outcomes/" + connection, judgements.build().toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().asJsonObject().getInt("learned")).isEqualTo(all);
  }
}
