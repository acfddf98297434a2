package org.svarbar.run;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.Product;

/** Puts the sample FAQ into the product as an administrator's program would: through its import. */
final class DemoKnowledge {

  private static final Path FILES = Path.of("src/test/resources/demo/knowledge");

  private final Product product;

  DemoKnowledge(Product product) {
    this.product = product;
  }

  /** Returns how many entries went in, after they can be found. */
  int load() throws IOException {
    var loaded = 0;
    try (var files = Files.list(FILES)) {
      for (var file : files.sorted().toList()) {
        loaded += load(file);
      }
    }
    Eventually.within(Duration.ofMinutes(1))
        .see("the knowledge can be found", this::index, DemoKnowledge::isUpToDate);
    return loaded;
  }

  private int load(Path file) throws IOException {
    var answer =
        product.post("api/knowledge/import?source=demo&format=json", Files.readString(file));
    if (answer.status() != 200) {
      throw new IllegalStateException("Svarbar did not take " + file + ": " + answer);
    }
    var report = answer.json().asJsonObject();
    return report.getInt("added") + report.getInt("changed") + report.getInt("unchanged");
  }

  private JsonObject index() {
    return product.get("api/knowledge/index").json().asJsonObject();
  }

  private static boolean isUpToDate(JsonObject index) {
    return index.getBoolean("reachable")
        && !index.getJsonArray("serving").isEmpty()
        && !index.getBoolean("rebuilding")
        && index.getInt("behind") == 0;
  }
}
