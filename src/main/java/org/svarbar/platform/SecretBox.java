package org.svarbar.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts what must not be readable in the database: AES-256-GCM with the operator's key, a fresh
 * nonce each time, and the row's purpose bound in, so that a value cannot be moved to another row.
 * While that key changes, a second one is read, never written with.
 */
@ApplicationScoped
public class SecretBox {

  private static final String FORM =
      "give 32 random bytes in Base64, for instance by `openssl rand -base64 32`, in the"
          + " environment variable SVARBAR_SECRET_KEY";

  private static final String HMAC = "HmacSHA256";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  @Inject
  @ConfigProperty(name = "svarbar.secret-key")
  Optional<String> base64Key;

  @Inject
  @ConfigProperty(name = "svarbar.other-secret-key")
  Optional<String> otherBase64Key;

  @Inject DigestKeys digestKeys;

  private final SecureRandom random = new SecureRandom();
  private SecretKeySpec key;
  private Optional<SecretKeySpec> otherKey = Optional.empty();
  private volatile byte[] digestKey;

  @PostConstruct
  void open() {
    key =
        key(
            base64Key.orElseThrow(
                () -> new IllegalStateException("svarbar.secret-key is not set: " + FORM)));
    otherKey = otherBase64Key.filter(it -> !it.isBlank()).map(SecretBox::key);
  }

  private static SecretKeySpec key(String base64) {
    var bytes = decoded(base64);
    if (bytes.length != 32) {
      throw new IllegalStateException("svarbar.secret-key has " + bytes.length + " bytes: " + FORM);
    }
    return new SecretKeySpec(bytes, "AES");
  }

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
    try {
      var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, bytes(clear), purpose);
      var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * @throws SealedByAnotherKey when the keys or the purpose are others than it was sealed with
   */
  public String open(String sealed, String purpose) {
    try {
      return opened(sealed, purpose, key);
    } catch (GeneralSecurityException e) {
      return openedByOther(sealed, purpose, e);
    }
  }

  /**
   * The same, sealed with the operator's key, where it was sealed with the other one; else as it
   * is.
   *
   * @throws SealedByAnotherKey as for {@link #open}
   */
  public String sealedAnew(String sealed, String purpose) {
    try {
      opened(sealed, purpose, key);
      return sealed;
    } catch (GeneralSecurityException e) {
      return seal(openedByOther(sealed, purpose, e), purpose);
    }
  }

  /**
   * A digest that nobody without the key can make, in hexadecimal: HMAC-SHA-256. It stays the same
   * when the operator's key changes.
   *
   * @param purpose what the digest is for; the same text has another digest for another purpose
   */
  public String digest(String text, String purpose) {
    if (digestKey == null) {
      digestKey = Base64.getDecoder().decode(digestKeys.stored());
    }
    return hmac(digestKey, text, purpose);
  }

  /** A proof that this text came from us, in hexadecimal: HMAC-SHA-256 by the operator's key. */
  public String sign(String text, String purpose) {
    return hmac(key.getEncoded(), text, purpose);
  }

  /** Whether {@link #sign} has made the proof, by either key. */
  public boolean proves(String proof, String text, String purpose) {
    return Stream.concat(Stream.of(key), otherKey.stream())
        .map(it -> hmac(it.getEncoded(), text, purpose))
        .anyMatch(it -> MessageDigest.isEqual(bytes(it), bytes(proof)));
  }

  /** In Base64, for {@link DigestKeys} alone. */
  String ownKey() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static String hmac(byte[] key, String text, String purpose) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update(bytes(purpose + "\n"));
      return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private String openedByOther(String sealed, String purpose, Exception why) {
    try {
      return opened(
          sealed, purpose, otherKey.orElseThrow(() -> new SealedByAnotherKey(purpose, why)));
    } catch (GeneralSecurityException e) {
      throw new SealedByAnotherKey(purpose, e);
    }
  }

  private static String opened(String sealed, String purpose, SecretKeySpec key)
      throws GeneralSecurityException {
    var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    var nonce = new byte[NONCE];
    whole.get(nonce);
    var rest = new byte[whole.remaining()];
    whole.get(rest);
    return new String(run(Cipher.DECRYPT_MODE, key, nonce, rest, purpose), StandardCharsets.UTF_8);
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, byte[] input, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bytes(purpose));
    return cipher.doFinal(input);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
