package org.svarbar.intake;

import java.nio.charset.StandardCharsets;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Sha256;

/**
 * By what a repeated webhook is recognised: its body, which every scheme signs, and the id that
 * Standard Webhooks signs too. Delivery ids of other vendors stand outside the signature: whoever
 * has one signed body could make up any number of them.
 */
final class ContentKey {

  private ContentKey() {}

  static String of(WebhookRequest request, SignatureScheme scheme) {
    var digest = Sha256.begun();
    request
        .header("webhook-id")
        .filter(id -> scheme instanceof SignatureScheme.StandardWebhooks)
        .ifPresent(id -> digest.update((id + ".").getBytes(StandardCharsets.UTF_8)));
    digest.update(request.body());
    return Sha256.hex(digest);
  }
}
