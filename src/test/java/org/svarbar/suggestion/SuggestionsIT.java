package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;
import org.svarbar.testing.Product.Answer;

@ArquillianTest
@RunAsClient
class SuggestionsIT {

  private static final Product PRODUCT = Product.underTest();

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void suggestsWhatWasImported() throws IOException {
    var report = imported("demo-sv", Path.of("src/test/resources/demo/knowledge/sv.json"));
    assertThat(report.status()).as("%s", report).isEqualTo(200);

    var question =
        Json.createObjectBuilder()
            .add("text", "Hur får jag en kopia på en faktura?")
            .add("language", "sv")
            .build();
    var answer =
        Eventually.soon()
            .see(
                "the import is found",
                () -> PRODUCT.post("api/suggestions", question.toString()),
                it -> it.status() == 200 && !suggestions(it).isEmpty());

    assertThat(suggestions(answer).getFirst().getString("title"))
        .isEqualTo("Hur får jag en kopia på en faktura?");
  }

  private static java.util.List<JsonObject> suggestions(Answer answer) {
    return answer.json().asJsonObject().getJsonArray("suggestions").getValuesAs(JsonObject.class);
  }

  private static Answer imported(String source, Path file) throws IOException {
    return PRODUCT.send(
        "POST",
        "api/knowledge/import?format=json&source=" + source,
        Map.of("Content-Type", "application/json"),
        BodyPublishers.ofFile(file));
  }
}
