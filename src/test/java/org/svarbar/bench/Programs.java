package org.svarbar.bench;

import jakarta.json.Json;
import java.util.UUID;
import org.svarbar.testing.Product;

/** Programs that log in by a key of their own, as those do that call often. */
final class Programs {

  private Programs() {}

  /** The product called by a new program. */
  static Product of(Product product) {
    var name = "bench-" + UUID.randomUUID();
    var wanted = Json.createObjectBuilder().add("name", name).add("role", "editor").build();
    var answer = product.post("api/access-keys", wanted.toString());
    return product.as(name, answer.json().asJsonObject().getString("key"));
  }
}
