package org.svarbar.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: what SCRAM-SHA-512 calls the salted password (RFC 5802, section 3),
 * so that the server can verify it.
 *
 * @param salt in Base64
 * @param digest in Base64
 */
record PasswordDigest(String salt, String digest, int iterations) {

  static final int SALT_BYTES = 16;
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private static final int DIGEST_BITS = 512;

  /** Whether a password can be taken: long enough to be safe, short enough to be meant. */
  static boolean takes(String password) {
    return password.length() >= SHORTEST && password.length() <= LONGEST;
  }

  /** Whether this is of that password. */
  boolean isOf(String password) {
    var other = of(password, Base64.getDecoder().decode(salt), iterations);
    return MessageDigest.isEqual(digest.getBytes(US_ASCII), other.digest().getBytes(US_ASCII));
  }

  /** Refuses passwords that are too short to be safe or too long to be meant. */
  static PasswordDigest of(String password, byte[] salt, int iterations) {
    if (!takes(password)) {
      throw new IllegalArgumentException(
          "a password has " + SHORTEST + " to " + LONGEST + " characters");
    }
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, DIGEST_BITS);
    try {
      var digest =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      var base64 = Base64.getEncoder();
      return new PasswordDigest(
          base64.encodeToString(salt), base64.encodeToString(digest), iterations);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2 with HMAC-SHA-512", e);
    } finally {
      spec.clearPassword();
    }
  }
}
