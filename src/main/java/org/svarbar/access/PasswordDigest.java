package org.svarbar.access;

import java.security.GeneralSecurityException;
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

  /** Refuses passwords that are too short to be safe or too long to be meant. */
  static PasswordDigest of(String password, byte[] salt, int iterations) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
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
