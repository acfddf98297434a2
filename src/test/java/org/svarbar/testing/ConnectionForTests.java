package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.UUID;
import org.svarbar.testing.Product.Answer;

/** A connection that a test made for itself, with its webhook's secret. */
public record ConnectionForTests(Product product, String id, String kind, String secret) {

  /** Of kind `generic`, writing notes in Swedish to this address. */
  public static ConnectionForTests generic(String baseUrl) {
    return generic(Product.underTest(), baseUrl);
  }

  /** The same, at this product. */
  public static ConnectionForTests generic(Product product, String baseUrl) {
    return of(product, "generic", baseUrl, "svarbar", "token-of-the-tests");
  }

  public static ConnectionForTests of(
      Product product, String kind, String baseUrl, String account, String credential) {
    var id = "t-" + UUID.randomUUID().toString().substring(0, 8);
    var answer = put(product, id, kind, baseUrl, account, credential);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    var secret = answer.json().asJsonObject().getString("secret");
    return new ConnectionForTests(product, id, kind, secret);
  }

  /** Of kind `generic`, with this name, which another test may have used before. */
  public static ConnectionForTests named(String id, String baseUrl) {
    var product = Product.underTest();
    var answer = put(product, id, "generic", baseUrl, "svarbar", "token-of-the-tests");
    assertThat(answer.status()).as("%s", answer).isIn(200, 201);
    var secret = answer.json().asJsonObject().getString("secret", "");
    return new ConnectionForTests(product, id, "generic", secret);
  }

  /** Says where its helpdesk is now. */
  public void movedTo(String baseUrl, String account, String credential) {
    var answer = put(product, id, kind, baseUrl, account, credential);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static Answer put(
      Product product, String id, String kind, String baseUrl, String account, String credential) {
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
    return product.put("api/connections/" + id, form.toString());
  }

  /** Delivers this event, signed, under this id. */
  public Answer deliver(String webhookId, String event) {
    return deliver(StandardWebhook.of(secret, webhookId, event));
  }

  public Answer deliver(StandardWebhook webhook) {
    return product.webhook(id, webhook.body(), webhook.headers());
  }

  /** Sets how far the product may go here, as `/api/modes` takes it. */
  public void conduct(String policy) {
    var answer = product.put("api/modes/connections/" + id, policy);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /** So many past cases, each said to be right as likely as not, and right. */
  public void judge(int cases) {
    var outcomes = Json.createArrayBuilder();
    for (var i = 0; i < cases; i++) {
      outcomes.add(
          Json.createObjectBuilder()
              .add("ticket", "past-" + i)
              .add("message", "1")
              .add("right", true)
              .add("probability", 0.5));
    }
    var answer = product.post("api/triage/outcomes/" + id, outcomes.build().toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /** Asks for the promise that 95 of 100 are right; returns whether it is granted. */
  public String promise() {
    var answer = product.put("api/triage/promises/" + id, "{\"atLeast\":0.95}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().asJsonObject().getString("state");
  }
}
