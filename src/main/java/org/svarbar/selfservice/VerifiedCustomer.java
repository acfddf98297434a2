package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.SignatureVerifier;
import org.svarbar.helpdesk.WebhookRequest;

/** Believes a site that says who is logged in there, if it signs that with its secret. */
@ApplicationScoped
class VerifiedCustomer {

  private static final SignatureScheme SCHEME =
      new SignatureScheme.TimestampedHmac(
          "signature",
          "timestamp",
          SignatureScheme.Timestamp.UNIX_SECONDS,
          SignatureScheme.Joined.TIMESTAMP_DOT_BODY,
          SignatureScheme.Algorithm.SHA256,
          SignatureScheme.Encoding.HEX,
          "");

  @Inject HelpSites sites;
  @Inject Clock clock;

  /**
   * Who is logged in at the site.
   *
   * @param timestamp when it was signed, in seconds since 1970; at most five minutes ago
   * @param signature HMAC-SHA-256, in hexadecimal, of timestamp, full stop and e-mail address
   */
  public record Identity(String email, String timestamp, String signature) {}

  boolean isSigned(HelpSite site, Identity identity) {
    if (identity.email() == null || identity.timestamp() == null || identity.signature() == null) {
      return false;
    }
    var asRequest =
        new WebhookRequest(
            Map.of(
                "timestamp", List.of(identity.timestamp()),
                "signature", List.of(identity.signature())),
            identity.email().getBytes(StandardCharsets.UTF_8));
    return new SignatureVerifier(clock).isSigned(asRequest, SCHEME, sites.secrets(site.id()));
  }
}
