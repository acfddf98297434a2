package org.svarbar.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.at;
import static org.svarbar.source.SourceForTests.putUp;
import static org.svarbar.source.SourceForTests.reasons;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** A CSV file at an address. */
@ArquillianTest
@RunAsClient
class SourceFileIT {

  private static final String HEAD = "key,language,visibility,question,answer\n";
  private static final String GOOD = "a,en,public,How tall is the okapi fence?,Two metres.\n";

  private final SiteForTests site = new SiteForTests();
  private SourceForTests source;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void end() {
    if (source != null) {
      source.remove();
    }
    site.close();
  }

  @Test
  void followsAFile() {
    site.with("/faq.csv", HEAD + GOOD + "b,en,secret,What?,So.\n");
    source = putUp(at("csv", site.at("/faq.csv").toString()));
    var first = source.firstRun();

    site.with("/faq.csv", HEAD + GOOD.replace("Two", "Three") + "c,en,public,Who?,Me.\n");
    var second = source.synced();
    var third = source.synced();

    assertThat(first.getInt("added")).as("%s", first).isEqualTo(1);
    assertThat(reasons(first, "3")).singleElement().asString().contains("secret");
    assertThat(second.getInt("added")).as("%s", second).isEqualTo(1);
    assertThat(second.getInt("changed")).isEqualTo(1);
    assertThat(second.getInt("refused")).isZero();
    assertThat(third.getInt("unchanged")).as("%s", third).isEqualTo(2);
    assertThat(site.received("/faq.csv").getLast().headers()).containsKey("if-none-match");
    source.secondsUntilAnswered("How tall is the okapi fence?", "Three metres.");
  }

  @Test
  void keepsWhatAPersonWroteUntilItIsToFollowAgain() {
    var asked = "How heavy is the tapir door of house nine?";
    var file = HEAD + "a,en,public," + asked + ",Ten kilos.\n";
    site.with("/faq.csv", file);
    source = putUp(at("csv", site.at("/faq.csv").toString()));
    source.firstRun();
    source.secondsUntilAnswered(asked, "Ten kilos.");
    var id = entryId(asked);

    assertThat(edited(id, asked, "Eleven kilos.")).isEqualTo(303);
    site.with("/faq.csv", file.replace("Ten", "Twelve"));
    var kept = source.synced();
    assertThat(kept.getInt("changed")).as("%s", kept).isZero();
    assertThat(reasons(kept, "a")).singleElement().asString().contains("follow its source");
    source.secondsUntilAnswered(asked, "Eleven kilos.");
    assertThat(Product.underTest().page("console/knowledge/" + id, "en").body())
        .contains("Follow the source again");

    var product = Product.underTest();
    assertThat(product.post("api/sources/follow-again/" + id, "").status()).isEqualTo(202);
    source.secondsUntilAnswered(asked, "Twelve kilos.");
    assertThat(product.post("api/sources/follow-again/" + id, "").status()).isEqualTo(404);
    assertThat(product.page("console/knowledge/" + id, "en").body())
        .doesNotContain("Follow the source again");
  }

  private static int entryId(String asked) {
    var body = Json.createObjectBuilder().add("text", asked).add("language", "en").build();
    return Product.underTest()
        .post("api/suggestions", body.toString())
        .json()
        .asJsonObject()
        .getJsonArray("suggestions")
        .getJsonObject(0)
        .getInt("id");
  }

  /** In the console's form, the first edit of an entry. */
  private static int edited(int id, String asked, String answer) {
    var form =
        Map.of(
                "questions", asked,
                "answer", answer,
                "format", "markdown",
                "visibility", "public",
                "revision", "0")
            .entrySet()
            .stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return Product.underTest()
        .send(
            "POST",
            "console/knowledge/" + id,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            BodyPublishers.ofString(form))
        .status();
  }

  @Test
  void changesNothingWhenTheFileIsBrokenOrEmpty() {
    site.with("/faq.csv", HEAD + GOOD);
    source = putUp(at("csv", site.at("/faq.csv").toString()));
    source.firstRun();

    site.with("/faq.csv", "<html>maintenance</html>");
    var broken = source.synced();
    site.with("/faq.csv", HEAD);
    var empty = source.synced();
    site.without("/faq.csv");
    var missing = source.synced();

    assertThat(broken.getString("outcome")).as("%s", broken).isEqualTo("failed");
    assertThat(broken.getString("failure")).contains("key");
    assertThat(empty.getString("outcome")).as("%s", empty).isEqualTo("held");
    assertThat(missing.getString("outcome")).as("%s", missing).isEqualTo("failed");
    source.secondsUntilAnswered("How tall is the okapi fence?", "Two metres.");
  }

  @Test
  void makesEverythingInternalInAnInternalSource() {
    site.with("/faq.csv", HEAD + "a,en,public,Where is the spare emu key?,Under the emu.\n");
    source = putUp(at("csv", site.at("/faq.csv").toString()).add("visibility", "internal"));
    source.firstRun();
    source.secondsUntilAnswered("Where is the spare emu key?", "Under the emu.");

    source.put(at("csv", site.at("/faq.csv").toString()).add("visibility", "public"));
    var run = source.run("it was read anew", each -> each.getInt("changed") == 1);

    assertThat(run.getString("outcome")).isEqualTo("succeeded");
  }

  @Test
  void refusesWhatCannotBeASource() {
    var product = Product.underTest();
    for (var wrong :
        new jakarta.json.JsonObjectBuilder[] {
          at("nonsense", "http://127.0.0.1/"),
          at("web", "http://nowhere.example/"),
          at("web", "not an address"),
          at("rt-articles", ""),
          at("web", "http://127.0.0.1/").add("everySeconds", 1),
          Json.createObjectBuilder().add("kind", "web")
        }) {
      var answer = product.put("api/sources/wrong", wrong.build().toString());
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    }
    assertThat(product.get("api/sources/wrong").status()).isEqualTo(404);
    assertThat(product.post("api/sources/wrong/sync", "").status()).isEqualTo(404);
    assertThat(product.anonymously().get("api/sources").status()).isEqualTo(401);
  }
}
