package org.svarbar.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells Svarbar what happened, signed as Standard Webhooks says, again and again for a while until
 * it is taken.
 */
final class Webhooks {

  private static final int TRIES = 8;

  private final URI address;
  private final Webhook signer;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Webhooks(URI address, String secret, Clock clock) {
    this.address = address;
    this.clock = clock;
    try {
      this.signer = new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the webhook's secret is empty", e);
    }
  }

  /** Says that this ticket was opened, or that its last message was written. Returns at once. */
  void tell(DemoTicket ticket) {
    var type = ticket.messages().size() == 1 ? "ticket.created" : "message.created";
    var body =
        Json.createObjectBuilder()
            .add("type", type)
            .add("timestamp", clock.instant().toString())
            .add(
                "data",
                Json.createObjectBuilder()
                    .add("ticket", ticket.json())
                    .add("message", ticket.messages().getLast().json()))
            .build()
            .toString();
    var id = "msg_" + UUID.randomUUID();
    Thread.ofVirtual().start(() -> sendUntilTaken(id, body));
  }

  private void sendUntilTaken(String id, String body) {
    try {
      for (var attempt = 0; attempt < TRIES; attempt++) {
        if (isTaken(id, body)) {
          return;
        }
        Thread.sleep(Duration.ofSeconds(1L << attempt));
      }
      System.out.println("gave up event " + id + ": Svarbar did not take it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isTaken(String id, String body)
      throws InterruptedException, WebhookSigningException {
    var now = clock.instant().getEpochSecond();
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", signer.sign(id, now, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var status = client.send(request, BodyHandlers.discarding()).statusCode();
      System.out.println("event " + id + ": Svarbar answered " + status);
      return status == 200;
    } catch (IOException e) {
      System.out.println("event " + id + ": Svarbar could not be reached");
      return false;
    }
  }
}
