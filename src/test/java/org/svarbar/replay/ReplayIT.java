package org.svarbar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** Past tickets of a file, run through the live pipeline. */
@ArquillianTest
@RunAsClient
class ReplayIT {

  private static final Product PRODUCT = Product.underTest();
  private static final long SEED = 20_261_122L;
  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(4);

  private String connection;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeEach
  void connect() {
    DemoKnowledge.known();
    connection = ConnectionForTests.generic("http://127.0.0.1:1").id();
  }

  @Test
  void judgesByWhatAgentsSentAndSaysHowManyWereRight() {
    System.out.println("seed " + SEED);
    var replay = replay(PastMail.some(120, SEED, LAST_YEAR), false);
    replay.print();

    assertThat(replay.cases()).isEqualTo(120);
    assertThat(replay.count("right")).isGreaterThan(40);
    assertThat(replay.count("wrong")).isPositive();
    assertThat(replay.count("undecided")).isPositive();
    var report = replay.report();
    assertThat(names(report, "groups")).contains("Kundservice", "Faktura", "Teknik");
    assertThat(names(report, "languages")).contains("sv", "fi", "en");
    assertThat(report.getJsonArray("errors")).isNotEmpty();
    for (var point : report.getJsonArray("curve").getValuesAs(JsonObject.class)) {
      var precision = point.getJsonObject("precision");
      assertThat(precision.getJsonNumber("lowerBound").doubleValue())
          .isLessThanOrEqualTo(precision.getJsonNumber("share").doubleValue());
    }
    assertThat(PRODUCT.get(replay.at("/cases.csv")).body().lines()).hasSize(121);
  }

  @Test
  void refusesAPromiseUntilEnoughIsJudgedAndGrantsItThen() {
    var all =
        PastMail.easy(220, SEED, LAST_YEAR).stream().filter(PastMail::isAnsweredWell).toList();
    replay(all.subList(0, 40), false);
    assertThat(promise()).isEqualTo("refused");

    replay(all, false).print();

    assertThat(promise()).isEqualTo("granted");
  }

  @Test
  void countsWhatNobodyJudgedAsWrongUntilPeopleHaveJudgedASample() {
    var mails = PastMail.easy(220, SEED, LAST_YEAR);
    var replay =
        replay(mails.stream().filter(it -> it.isAnsweredWell() || it.isOwnWords()).toList(), false);
    assertThat(replay.count("undecided")).isGreaterThan(10);
    assertThat(promise()).isEqualTo("refused");
    var before = bound(replay);

    var judged = replay.judgeAll("right");

    assertThat(judged).isGreaterThan(10);
    assertThat(replay.count("undecided")).isZero();
    assertThat(bound(replay)).isGreaterThan(before);
    assertThat(promise()).isEqualTo("granted");
  }

  @Test
  void leavesOutWhatCameAfterTheTicket() {
    var mails = PastMail.some(20, SEED, LAST_YEAR);

    assertThat(replay(mails, true).count("silent")).isEqualTo(20);
    assertThat(replay(mails, false).count("silent")).isLessThan(10);
  }

  @Test
  void isCancelledAndGoesOnWithoutACaseTwice() {
    var replay =
        ReplayForTests.ofFile(
            connection, PastMail.file(PastMail.some(300, SEED, LAST_YEAR)), false);
    Eventually.soon().see("it has begun", replay::cases, it -> it > 5);

    assertThat(PRODUCT.post(replay.at("/cancel"), "").status()).isEqualTo(204);
    var stopped = replay.cases();
    assertThat(replay.standing().getString("state")).isEqualTo("cancelled");
    assertThat(PRODUCT.post(replay.at("/cancel"), "").status()).isEqualTo(404);
    assertThat(PRODUCT.post(replay.at("/resume"), "").status()).isEqualTo(204);
    replay.finished(LONG);

    assertThat(stopped).isLessThan(300);
    assertThat(replay.standing().getInt("found")).isEqualTo(300);
    assertThat(replay.cases()).isEqualTo(300);
  }

  @Test
  void forgetsAReplayWithWhatWasLearned() {
    var replay = replay(PastMail.some(30, SEED, LAST_YEAR), false);
    assertThat(judged()).isPositive();

    assertThat(PRODUCT.delete(replay.at("")).status()).isEqualTo(204);

    assertThat(judged()).isZero();
    assertThat(PRODUCT.get(replay.at("/report")).status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithAFileAndReadsCsvToo() {
    var path = "api/triage/replays/file?connection=" + connection;
    var missing = PRODUCT.post(path, "{\"id\":\"1\",\"question\":\"a\"}");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body()).contains("ticket 1: askedAt");
    assertThat(PRODUCT.post(path, "{nonsense").status()).isEqualTo(400);
    assertThat(PRODUCT.post("api/triage/replays/file?connection=no-such", "x").status())
        .isEqualTo(400);
    assertThat(PRODUCT.post("api/triage/replays", "{\"connection\":\"no-such\"}").status())
        .isEqualTo(400);

    var csv = "id,askedAt,question,reply\n7,2026-01-01T00:00:00Z,\"Faktura, tack\",Nej\n";
    var replay = ReplayForTests.ofFile(connection, csv, false).finished(LONG);
    assertThat(replay.cases()).isEqualTo(1);
  }

  private ReplayForTests replay(List<PastMail> mails, boolean strict) {
    return ReplayForTests.ofFile(connection, PastMail.file(mails), strict).finished(LONG);
  }

  private int judged() {
    var path = "api/triage/outcomes/" + connection;
    return PRODUCT.get(path).json().asJsonObject().getInt("judged");
  }

  private String promise() {
    var wanted = Json.createObjectBuilder().add("atLeast", 0.95).build().toString();
    var answer = PRODUCT.put("api/triage/promises/" + connection, wanted);
    System.out.println("promise: " + answer.body());
    return answer.json().asJsonObject().getString("state");
  }

  private static double bound(ReplayForTests replay) {
    var precision = replay.report().getJsonObject("precision");
    return precision.getJsonNumber("lowerBound").doubleValue();
  }

  private static List<String> names(JsonObject report, String part) {
    return report.getJsonArray(part).getValuesAs(JsonObject.class).stream()
        .map(it -> it.getString("name"))
        .toList();
  }
}
