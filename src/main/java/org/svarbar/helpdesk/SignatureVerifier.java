package org.svarbar.helpdesk;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says whether a request was signed with one of a connection's live secrets. Raw bytes only,
 * compared in constant time; thread-safe.
 */
public final class SignatureVerifier {

  /**
   * One spelling for one time: with a sign or zeros in front, digits could change places between a
   * time and the body beside it.
   */
  private static final Predicate<String> PLAIN = Pattern.compile("[1-9][0-9]*").asMatchPredicate();

  private final Clock clock;

  public SignatureVerifier(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether `request` carries what `scheme` asks for, made with one of the live secrets of `via`.
   */
  public boolean isSigned(WebhookRequest request, SignatureScheme scheme, Connection via) {
    return isSigned(request, scheme, via.secrets());
  }

  /** The same with one of these secrets. */
  public boolean isSigned(WebhookRequest request, SignatureScheme scheme, List<String> secrets) {
    var signed = false;
    for (var secret : secrets) {
      signed |= !secret.isEmpty() && isSigned(request, scheme, secret);
    }
    return signed;
  }

  private boolean isSigned(WebhookRequest request, SignatureScheme scheme, String secret) {
    return switch (scheme) {
      case SignatureScheme.Hmac hmac ->
          request
              .header(hmac.header())
              .map(given -> isRight(given, request.body(), secret, hmac))
              .orElse(false);
      case SignatureScheme.TimestampedHmac hmac -> isSignedInTime(request, hmac, secret);
      case SignatureScheme.StandardWebhooks standard -> isStandardWebhook(request, secret);
      case SignatureScheme.SharedToken token ->
          request
              .header(token.header())
              .map(given -> isEqual(given, token.prefix() + secret))
              .orElse(false);
      case SignatureScheme.Basic basic ->
          request
              .header("authorization")
              .map(given -> isEqual(given, "Basic " + base64(bytes(basic.user() + ":" + secret))))
              .orElse(false);
    };
  }

  private boolean isSignedInTime(
      WebhookRequest request, SignatureScheme.TimestampedHmac scheme, String secret) {
    var given = request.header(scheme.header());
    var written = request.header(scheme.timestampHeader());
    if (given.isEmpty() || written.isEmpty()) {
      return false;
    }
    var stamp = bytes(written.get());
    var body = request.body();
    var signed =
        switch (scheme.joined()) {
          case TIMESTAMP_BODY -> joined(stamp, body);
          case TIMESTAMP_DOT_BODY -> joined(stamp, bytes("."), body);
          case BODY_TIMESTAMP -> joined(body, stamp);
        };
    var plain =
        new SignatureScheme.Hmac(
            scheme.header(), scheme.algorithm(), scheme.encoding(), scheme.prefix());
    return isRight(given.get(), signed, secret, plain)
        && instant(written.get(), scheme.timestamp()).filter(this::isNow).isPresent();
  }

  /** The library computes the signature; its own check would read the system's clock. */
  private boolean isStandardWebhook(WebhookRequest request, String secret) {
    // a full stop in the id would let parts of the signed text change places
    var id = request.header("webhook-id").filter(written -> !written.contains("."));
    var sentAt =
        request
            .header("webhook-timestamp")
            .flatMap(written -> instant(written, SignatureScheme.Timestamp.UNIX_SECONDS))
            .filter(this::isNow);
    var signatures = request.header("webhook-signature");
    var body = request.text();
    if (id.isEmpty()
        || sentAt.isEmpty()
        || signatures.isEmpty()
        || !Arrays.equals(bytes(body), request.body())) {
      return false;
    }
    try {
      var right = new Webhook(secret).sign(id.get(), sentAt.get().getEpochSecond(), body);
      var found = false;
      for (var given : signatures.get().split(" ", 20)) {
        found |= isEqual(given, right);
      }
      return found;
    } catch (EmptyWebhookSecretException | WebhookSigningException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isNow(Instant signedAt) {
    var tolerance = SignatureScheme.TOLERANCE;
    var now = clock.instant();
    return signedAt.isAfter(now.minus(tolerance)) && signedAt.isBefore(now.plus(tolerance));
  }

  private static Optional<Instant> instant(String written, SignatureScheme.Timestamp form) {
    try {
      return switch (form) {
        case UNIX_SECONDS ->
            Optional.of(written).filter(PLAIN).map(Long::valueOf).map(Instant::ofEpochSecond);
        case ISO_INSTANT -> Optional.of(Instant.parse(written));
      };
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isRight(
      String given, byte[] signed, String secret, SignatureScheme.Hmac scheme) {
    var hmac = hmac(signed, secret, scheme.algorithm());
    var right =
        switch (scheme.encoding()) {
          case HEX -> HexFormat.of().formatHex(hmac);
          case BASE64 -> base64(hmac);
        };
    return isEqual(given, scheme.prefix() + right);
  }

  private static byte[] hmac(byte[] signed, String secret, SignatureScheme.Algorithm algorithm) {
    try {
      var mac = Mac.getInstance(algorithm.jcaName);
      mac.init(new SecretKeySpec(bytes(secret), algorithm.jcaName));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm.jcaName, e);
    }
  }

  private static boolean isEqual(String given, String right) {
    return MessageDigest.isEqual(bytes(given), bytes(right));
  }

  private static byte[] joined(byte[]... parts) {
    var length = 0;
    for (var part : parts) {
      length += part.length;
    }
    var whole = new byte[length];
    var at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
