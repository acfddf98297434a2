package org.svarbar.helpdesk;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.SignatureScheme.Algorithm;
import org.svarbar.helpdesk.SignatureScheme.Encoding;
import org.svarbar.helpdesk.SignatureScheme.Hmac;
import org.svarbar.helpdesk.SignatureScheme.Joined;
import org.svarbar.helpdesk.SignatureScheme.StandardWebhooks;
import org.svarbar.helpdesk.SignatureScheme.Timestamp;
import org.svarbar.helpdesk.SignatureScheme.TimestampedHmac;
import org.svarbar.platform.Json;

/** A signed request whose signature was computed by somebody else's code. */
record SignatureVector(
    String name, String scheme, String secret, String body, Map<String, String> headers) {

  /** Those of `signature-vectors.json`. */
  static List<SignatureVector> all() {
    try (var file = SignatureVector.class.getResourceAsStream("/helpdesk/signature-vectors.json")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.object(text).getJsonArray("vectors").stream()
          .map(value -> of(value.asJsonObject()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SignatureVector named(String name) {
    return all().stream().filter(vector -> vector.name.equals(name)).findFirst().orElseThrow();
  }

  private static SignatureVector of(JsonObject vector) {
    var headers =
        vector.getJsonObject("headers").entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
    return new SignatureVector(
        vector.getString("name"),
        vector.getString("scheme"),
        vector.getString("secret"),
        vector.getString("body"),
        headers);
  }

  SignatureScheme signatureScheme() {
    return switch (scheme) {
      case "zammad", "intercom" ->
          new Hmac("X-Hub-Signature", Algorithm.SHA1, Encoding.HEX, "sha1=");
      case "jira-cloud" -> new Hmac("X-Hub-Signature", Algorithm.SHA256, Encoding.HEX, "sha256=");
      case "helpscout" -> new Hmac("X-HelpScout-Signature", Algorithm.SHA1, Encoding.BASE64, "");
      case "freescout" -> new Hmac("X-FreeScout-Signature", Algorithm.SHA1, Encoding.BASE64, "");
      case "zendesk" ->
          new TimestampedHmac(
              "X-Zendesk-Webhook-Signature",
              "X-Zendesk-Webhook-Signature-Timestamp",
              Timestamp.ISO_INSTANT,
              Joined.TIMESTAMP_BODY,
              Algorithm.SHA256,
              Encoding.BASE64,
              "");
      case "glpi" -> inSeconds("X-GLPI-signature", "X-GLPI-timestamp", Joined.BODY_TIMESTAMP, "");
      case "chatwoot" ->
          inSeconds(
              "X-Chatwoot-Signature", "X-Chatwoot-Timestamp", Joined.TIMESTAMP_DOT_BODY, "sha256=");
      case "rt-own-scrip" ->
          inSeconds("X-RT-Signature", "X-RT-Timestamp", Joined.TIMESTAMP_DOT_BODY, "sha256=");
      case "standard-webhooks" -> new StandardWebhooks();
      default -> throw new IllegalStateException("no scheme " + scheme);
    };
  }

  private static SignatureScheme inSeconds(
      String header, String timestampHeader, Joined joined, String prefix) {
    return new TimestampedHmac(
        header,
        timestampHeader,
        Timestamp.UNIX_SECONDS,
        joined,
        Algorithm.SHA256,
        Encoding.HEX,
        prefix);
  }

  /** When it was signed; any time where the scheme has none. */
  Instant signedAt() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(java.util.Locale.ROOT).endsWith("timestamp"))
        .map(
            header ->
                header.getValue().contains("T")
                    ? Instant.parse(header.getValue())
                    : Instant.ofEpochSecond(Long.parseLong(header.getValue())))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  Clock clock() {
    return Clock.fixed(signedAt(), ZoneOffset.UTC);
  }

  /** The header that holds the signature. */
  String signatureHeader() {
    return headers.keySet().stream()
        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("signature"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
