package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.HelpSiteForTests;
import org.svarbar.testing.Product;

/** Numbers beyond all bounds, wherever the API takes one: refused, at once, and nothing is kept. */
@ArquillianTest
@RunAsClient
class NumbersIT {

  private static final List<String> BEYOND =
      List.of(
          "1e400",
          "-1e400",
          "1e999999999",
          "-1e999999999",
          "1e-999999999",
          "9223372036854775808",
          "-9223372036854775809",
          "18446744073709551617",
          "2147483648",
          "4294967297",
          "-2147483649",
          "1" + "0".repeat(1_200),
          "0.5000001",
          "-1",
          "\"NaN\"",
          "\"Infinity\"",
          "[]",
          "{}");

  private static ConnectionForTests connection;
  private static HelpSiteForTests site;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeAll
  static void open() {
    connection = ConnectionForTests.generic("http://127.0.0.1:9");
    site = HelpSiteForTests.open("https://a.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | api/suggestions | {'text':'lösenord','most':#}",
        "POST | api/triage/replays | {'connection':'$','most':#}",
        "POST | api/triage/promises/$ | {'atLeast':#}",
        "PUT | api/modes/connections/$ | {'mode':'note','mostPerDay':#}",
        "PUT | api/modes/connections/$ | {'mode':'note','days':[#]}",
        "PUT | api/sources/numbers |"
            + " {'kind':'csv','address':'http://127.0.0.1:9/x.csv','language':'en','visibility':'public','everySeconds':#}",
        "PUT | api/sites/% | {'keepDays':#}",
        "PUT | api/sites/% | {'keepUnlinkedDays':#}",
        "PUT | api/sites/% | {'solvedAfterDays':#}",
        "PUT | api/sites/% | {'holdOutPercent':#}",
        "POST | api/help-sessions/purge | {'site':'%','quietMinutes':#}"
      })
  void areRefused(String method, String path, String body) {
    var product = Product.underTest();
    var taken = new ArrayList<String>();
    for (var number : BEYOND) {
      var asked = named(body).replace('\'', '"').replace("#", number);
      var answer =
          method.equals("PUT") ? product.put(named(path), asked) : product.post(named(path), asked);
      if (answer.status() / 100 != 4) {
        taken.add(asked + ": " + answer);
      }
    }

    assertThat(taken).isEmpty();
    assertThat(product.get("api/sources/numbers").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"1e400", "1e999999999", "-0.1", "1.0000001", "NaN", "\"0.5\"", "[]"})
  void areNoProbabilities(String number) {
    var path = "api/triage/outcomes/" + connection.id();
    var body =
        "[{\"ticket\":\"1\",\"message\":\"m\",\"right\":true,\"probability\":" + number + "}]";

    var answer = Product.underTest().post(path, body);

    assertThat(answer.status()).as("%s", answer).isIn(200, 400);
    assertThat(Product.underTest().get(path).json().asJsonObject().getInt("judged")).isZero();
  }

  private static String named(String text) {
    return text.replace("$", connection.id()).replace("%", site.id());
  }
}
