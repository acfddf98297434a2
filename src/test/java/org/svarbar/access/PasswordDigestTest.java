package org.svarbar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PasswordDigestTest {

  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  /**
   * The digest comes from Python: `hashlib.pbkdf2_hmac('sha512', 'lösenord-ÅÄÖ'.encode(),
   * bytes(range(16)), 10000)`.
   */
  @Test
  void agreesWithAnotherImplementation() {
    var digest = PasswordDigest.of("lösenord-ÅÄÖ", SALT, 10_000);

    assertThat(digest.salt()).isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
    assertThat(digest.digest())
        .isEqualTo(
            "EREPyZ3+w+OfoncYUG8zodZMcpzNFV2fGt0SLVYh6RPuUvjHVd1Y3DpFU1Y/GkH9GwCrU9Q2HsrRMfNfsAsKjQ==");
    assertThat(digest.iterations()).isEqualTo(10_000);
  }

  @Test
  void refusesShortPasswords() {
    assertThatThrownBy(() -> PasswordDigest.of("123456789", SALT, 10_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a password has 10 to 200 characters");
  }

  @Test
  void takesLongPasswordsAsTheyAre() {
    var longest = "ä ".repeat(100);

    assertThat(PasswordDigest.of(longest, SALT, 10_000))
        .isNotEqualTo(PasswordDigest.of(longest.strip(), SALT, 10_000))
        .isNotEqualTo(PasswordDigest.of(longest.toUpperCase(Locale.ROOT), SALT, 10_000));
    assertThatThrownBy(() -> PasswordDigest.of(longest + "x", SALT, 10_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksForNoKindOfCharacter() {
    for (var password : new String[] {"aaaaaaaaaa", "0000000000", "          ", "日本語日本語日本語日"}) {
      assertThat(PasswordDigest.of(password, SALT, 10_000).digest()).isNotEmpty();
    }
  }
}
