package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.svarbar.access.TicketPass;
import org.svarbar.helpdesk.Connection;
import org.svarbar.platform.Json;
import org.svarbar.ticket.TicketRef;

/**
 * Passes that a helpdesk signs for its agent, with the secret by which it signs webhooks:
 * `helpdesk.CONTENT.PROOF`, where CONTENT is `{"connection", "ticket", "agent", "expires"}` as JSON
 * in base64url and PROOF the hexadecimal HMAC-SHA-256 over `svarbar-panel.CONTENT`. `expires`
 * counts seconds since 1970. What is signed begins unlike every webhook, so that neither is taken
 * for the other.
 */
@ApplicationScoped
class HelpdeskPasses {

  private static final String KIND = "helpdesk.";
  private static final int LONGEST = 2000;

  /** A helpdesk signs when it shows the page, so nobody needs more; clocks may differ. */
  private static final Duration LONGEST_VALID = Duration.ofMinutes(15);

  @Inject Clock clock;

  /**
   * @return empty: forged, for another ticket or connection, or not good now
   */
  Optional<TicketPass> read(String text, TicketRef ticket, Connection via) {
    var parts = text.split("\\.", -1);
    if (!text.startsWith(KIND) || parts.length != 3 || text.length() > LONGEST) {
      return Optional.empty();
    }
    var isSigned = via.secrets().stream().anyMatch(secret -> isProof(parts[2], parts[1], secret));
    return isSigned ? pass(parts[1], ticket) : Optional.empty();
  }

  private Optional<TicketPass> pass(String encoded, TicketRef ticket) {
    try {
      var content = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
      var written = Json.object(content);
      var expiresAt = Instant.ofEpochSecond(written.getJsonNumber("expires").longValueExact());
      return ticket.connection().value().equals(written.getString("connection"))
              && ticket.id().equals(written.getString("ticket"))
              && isGood(expiresAt)
          ? Optional.of(new TicketPass(ticket, written.getString("agent"), expiresAt))
          : Optional.empty();
    } catch (RuntimeException e) {
      // signed, but not what is signed here: as good as none
      return Optional.empty();
    }
  }

  private boolean isGood(Instant expiresAt) {
    var now = clock.instant();
    return now.isBefore(expiresAt) && !expiresAt.isAfter(now.plus(LONGEST_VALID));
  }

  private static boolean isProof(String given, String encoded, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var proof =
          HexFormat.of().formatHex(mac.doFinal(("svarbar-panel." + encoded).getBytes(UTF_8)));
      return MessageDigest.isEqual(proof.getBytes(UTF_8), given.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
