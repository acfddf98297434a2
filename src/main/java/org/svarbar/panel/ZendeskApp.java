package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.platform.Json;

/**
 * One installation of our app in a Zendesk. What Zendesk posts to the app's first page is a JSON
 * Web Token (RFC 7519), signed with RS256 (RFC 7518, 3.3) and nothing else: the header has no say
 * in how it is verified.
 *
 * @param key by which Zendesk's signature of this app is verified
 * @param audience names account and installation, such as
 *     `https://nordlys.zendesk.com/api/v2/apps/installations/42.json`
 */
record ZendeskApp(PublicKey key, String audience) {

  private static final int LONGEST = 8000;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  ZendeskApp {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(audience, "audience");
  }

  /**
   * Which agent of that account opened the app.
   *
   * @return their address in Zendesk's API; empty: forged, for another installation, or not good
   *     now
   */
  Optional<String> agent(String token, Instant now) {
    var parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 3) {
      return Optional.empty();
    }
    try {
      return isSigned(parts)
          ? Optional.of(object(parts[1])).filter(claims -> isGood(claims, now)).map(ZendeskApp::who)
          : Optional.empty();
    } catch (RuntimeException e) {
      // no token, or without what a token of Zendesk's says
      return Optional.empty();
    }
  }

  private boolean isSigned(String[] parts) {
    if (!object(parts[0]).getString("alg").equals("RS256")) {
      return false;
    }
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      // not of the form that the key makes
      return false;
    }
  }

  private boolean isGood(JsonObject claims, Instant now) {
    return claims.getString("aud").equals(audience)
        && now.isBefore(at(claims, "exp").plus(CLOCKS_DIFFER))
        && !at(claims, "iat").isAfter(now.plus(CLOCKS_DIFFER))
        && (!claims.containsKey("nbf") || !at(claims, "nbf").isAfter(now.plus(CLOCKS_DIFFER)));
  }

  private static String who(JsonObject claims) {
    return claims.getString("sub");
  }

  private static Instant at(JsonObject claims, String claim) {
    return Instant.ofEpochSecond(claims.getJsonNumber(claim).longValue());
  }

  private static JsonObject object(String encoded) {
    return Json.object(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
  }
}
