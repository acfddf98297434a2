package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody may guess. */
@ApplicationScoped
class Chance {

  /**
   * Letters and digits that are not taken for one another, written or spoken: without B and 8, D
   * and T, I and 1, M and N, O and 0, S and 5, U and V, Z and 2.
   */
  static final String ALPHABET = "ACEFGHJKLNPQRTVWXY34679";

  static final int PHONE_CODE = 6;
  static final int REFERENCE = 12;

  private static final int TOKEN_BYTES = 24;
  private static final int KEY_BYTES = 12;
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** A session's id: 192 bits. */
  String token() {
    return base64Url(TOKEN_BYTES);
  }

  String siteKey() {
    return "site_" + base64Url(KEY_BYTES);
  }

  /** Of the form that Standard Webhooks asks for. */
  String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(SECRET_BYTES));
  }

  /** 54 bits; what a mail carries. */
  String reference() {
    return Reference.of(letters(REFERENCE)).text();
  }

  /** 27 bits; only agents can use one, for a day. */
  String phoneCode() {
    return letters(PHONE_CODE);
  }

  private String letters(int length) {
    var text = new StringBuilder();
    random.ints(length, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
    return text.toString();
  }

  private String base64Url(int length) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
