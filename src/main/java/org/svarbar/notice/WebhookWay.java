package org.svarbar.notice;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundHttp;

/**
 * A POST that is signed as Standard Webhooks 1.0 says.
 *
 * @param secret in Base64, with or without `whsec_`
 */
record WebhookWay(URI address, String secret, OutboundHttp http, Clock clock) implements Way {

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void send(Told told) {
    var body = body(told);
    var seconds = clock.instant().getEpochSecond();
    var reply =
        http.send(
            OutboundCall.json("POST", address, body)
                .with("webhook-id", told.key())
                .with("webhook-timestamp", Long.toString(seconds))
                .with("webhook-signature", signature(told.key(), seconds, body)));
    if (!reply.isSuccess()) {
      var call = "POST " + address.getScheme() + "://" + address.getAuthority();
      throw new OutboundFailed(call + ": " + reply, new IOException(reply.toString()));
    }
  }

  private String signature(String id, long seconds, String body) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("the webhook's secret cannot sign", e);
    }
  }

  private static String body(Told told) {
    var seen = told.seen();
    return Json.createObjectBuilder()
        .add("type", "svarbar." + seen.occasion().word())
        .add("timestamp", seen.until().toString())
        .add(
            "data",
            Json.createObjectBuilder()
                .add("connection", seen.connection())
                .add("count", seen.count())
                .add("subject", told.subject())
                .add("text", told.text())
                .add("link", told.link().toString()))
        .build()
        .toString();
  }
}
