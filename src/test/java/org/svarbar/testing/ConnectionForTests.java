package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.UUID;
import org.svarbar.testing.Product.Answer;

/** A connection that a test made for itself, with its webhook's secret. */
public record ConnectionForTests(String id, String secret) {

  /** Of kind `generic`, writing notes in Swedish to this address. */
  public static ConnectionForTests generic(String baseUrl) {
    return of("generic", baseUrl, "svarbar", "token-of-the-tests");
  }

  public static ConnectionForTests of(
      String kind, String baseUrl, String account, String credential) {
    var id = "t-" + UUID.randomUUID().toString().substring(0, 8);
    var form =
        Json.createObjectBuilder()
            .add("kind", kind)
            .add("name", "connection of a test")
            .add("baseUrl", baseUrl)
            .add("account", account)
            .add("credential", credential)
            .add("noteLanguage", "sv")
            .add("mode", "note")
            .build();
    var answer = Product.underTest().put("api/connections/" + id, form.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return new ConnectionForTests(id, answer.json().asJsonObject().getString("secret"));
  }

  /** Delivers this event, signed, under this id. */
  public Answer deliver(String webhookId, String event) {
    return deliver(StandardWebhook.of(secret, webhookId, event));
  }

  public Answer deliver(StandardWebhook webhook) {
    return Product.underTest().webhook(id, webhook.body(), webhook.headers());
  }
}
