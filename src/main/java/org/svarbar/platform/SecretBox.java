package org.svarbar.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts what must not be readable in the database: AES-256-GCM with the operator's key, a fresh
 * nonce each time, and the row's purpose bound in, so that a value cannot be moved to another row.
 */
@ApplicationScoped
public class SecretBox {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  @Inject
  @ConfigProperty(name = "svarbar.secret-key")
  Optional<String> base64Key;

  private final SecureRandom random = new SecureRandom();
  private SecretKeySpec key;

  @PostConstruct
  void open() {
    var bytes =
        decoded(
            base64Key.orElseThrow(
                () -> new IllegalStateException("svarbar.secret-key is not set: " + FORM)));
    if (bytes.length != 32) {
      throw new IllegalStateException("svarbar.secret-key has " + bytes.length + " bytes: " + FORM);
    }
    key = new SecretKeySpec(bytes, "AES");
  }

  private static final String FORM =
      "give 32 random bytes in Base64, for instance by `openssl rand -base64 32`, in the"
          + " environment variable SVARBAR_SECRET_KEY";

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("svarbar.secret-key is not Base64: " + FORM);
    }
  }

  /**
   * @param purpose what the value is for, such as `connection/rt/credential`; needed again to open
   *     it
   */
  public String seal(String clear, String purpose) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, clear.getBytes(StandardCharsets.UTF_8), purpose);
    var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(whole);
  }

  /**
   * Throws an `IllegalStateException` when the key or the purpose is another one than it was sealed
   * with.
   */
  public String open(String sealed, String purpose) {
    var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    var nonce = new byte[NONCE];
    whole.get(nonce);
    var rest = new byte[whole.remaining()];
    whole.get(rest);
    return new String(run(Cipher.DECRYPT_MODE, nonce, rest, purpose), StandardCharsets.UTF_8);
  }

  /**
   * A digest that nobody without the operator's key can make, in hexadecimal: HMAC-SHA-256.
   *
   * @param purpose what the digest is for; the same text has another digest for another purpose
   */
  public String digest(String text, String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String purpose) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot decrypt " + purpose + ": it was encrypted with another svarbar.secret-key", e);
    }
  }
}
