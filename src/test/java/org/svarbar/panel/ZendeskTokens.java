package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Zendesk does for the app of the tests. */
final class ZendeskTokens {

  static final String AUDIENCE = "https://nordlys.zendesk.com/api/v2/apps/installations/42.json";

  private static final Path RESOURCES = Path.of("src/test/resources/panel");

  private ZendeskTokens() {}

  /** The token of an agent who opens the app now. */
  static String now() {
    var now = Instant.now();
    return signed(key(), claims(now, now.plusSeconds(60)));
  }

  static JsonObject claims(Instant made, Instant expires) {
    try (var reader =
        Json.createReader(Files.newBufferedReader(file("zendesk-token-claims.json")))) {
      return Json.createObjectBuilder(reader.readObject())
          .add("iat", made.getEpochSecond())
          .add("nbf", made.getEpochSecond())
          .add("exp", expires.getEpochSecond())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String signed(PrivateKey key, JsonObject claims) {
    try {
      var content =
          encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString());
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hmac(byte[] key, String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return encoded(mac.doFinal(content.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  static String recorded(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static PrivateKey key() {
    try {
      var base64 = recorded("zendesk-app.key").replaceAll("-----[A-Z ]+-----|\\s", "");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path file(String name) {
    return RESOURCES.resolve(name);
  }
}
