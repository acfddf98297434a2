package org.svarbar.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.WebhookRequest;

/**
 * By what a repeated webhook is recognised: its body, which every scheme signs, and the id that
 * Standard Webhooks signs too. Delivery ids of other vendors stand outside the signature: whoever
 * has one signed body could make up any number of them.
 */
final class ContentKey {

  private ContentKey() {}

  static String of(WebhookRequest request, SignatureScheme scheme) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      request
          .header("webhook-id")
          .filter(id -> scheme instanceof SignatureScheme.StandardWebhooks)
          .ifPresent(id -> digest.update((id + ".").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(request.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
