package org.svarbar.testing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** A request signed as Standard Webhooks says, for connections of kind `generic`. */
public record StandardWebhook(Map<String, String> headers, byte[] body) {

  /** Signed now. */
  public static StandardWebhook of(String secret, String id, String body) {
    return of(secret, id, body, Instant.now());
  }

  public static StandardWebhook of(String secret, String id, String body, Instant sentAt) {
    try {
      var seconds = sentAt.getEpochSecond();
      var signature = new Webhook(secret).sign(id, seconds, body);
      return new StandardWebhook(
          Map.of(
              "webhook-id", id,
              "webhook-timestamp", Long.toString(seconds),
              "webhook-signature", signature),
          body.getBytes(StandardCharsets.UTF_8));
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The same call without one of its headers. */
  public StandardWebhook without(String header) {
    var fewer = new java.util.HashMap<>(headers);
    fewer.remove(header);
    return new StandardWebhook(Map.copyOf(fewer), body);
  }

  public StandardWebhook with(String header, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new StandardWebhook(Map.copyOf(more), body);
  }
}
