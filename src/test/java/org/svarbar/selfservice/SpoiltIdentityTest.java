package org.svarbar.selfservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Json;
import org.svarbar.selfservice.VerifiedCustomer.Identity;
import org.svarbar.testing.SpoiltText;

/** Nobody is taken for a customer of a site whom the site did not sign. */
class SpoiltIdentityTest {

  private static final int MANY = 100_000;
  private static final long SEED = Long.getLong("seed", 1);
  private static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");
  private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String EMAIL = "åsa.9.000@example.org";

  private static final HelpSite SITE =
      Json.read("{\"name\":\"Nord\",\"origins\":[\"https://a.example\"]}", SiteForm.class)
          .site("nord", "key");

  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final Identity right = signed(SECRET, EMAIL);

  @Test
  void theRightOneIsBelieved() {
    assertThat(isSigned(right, NOW)).isTrue();
  }

  @Test
  void noneIsBelieved() {
    System.out.println("seed " + SEED);

    for (int i = 0; i < MANY; i++) {
      var spoilt = next();
      if (spoilt.equals(right)) {
        i--;
      } else if (isSigned(spoilt, NOW)) {
        fail("believed: " + spoilt);
      }
    }
    System.out.printf("signed identities: %d spoilt, 0 believed%n", MANY);
  }

  @Test
  void noneIsBelievedAtAnotherTime() {
    for (int i = 0; i < MANY / 10; i++) {
      var off = Duration.ofSeconds(301 + chance.nextLong(600_000_000));
      assertThat(isSigned(right, NOW.plus(off))).isFalse();
      assertThat(isSigned(right, NOW.minus(off))).isFalse();
    }
  }

  private Identity next() {
    var other = signed(SECRET, "other" + chance.nextInt(100) + "@example.org");
    return switch (chance.nextInt(9)) {
      case 0 -> new Identity(spoilt(EMAIL), right.timestamp(), right.signature());
      case 1 -> new Identity(EMAIL, spoilt(right.timestamp()), right.signature());
      case 2, 3 -> new Identity(EMAIL, right.timestamp(), spoilt(right.signature()));
      case 4 -> new Identity(EMAIL, right.timestamp(), other.signature());
      case 5 -> new Identity(other.email(), right.timestamp(), right.signature());
      case 6 -> signed(spoilt(SECRET) + "x", EMAIL);
      case 7 -> new Identity(right.signature(), right.timestamp(), EMAIL);
      default -> moved(1 + chance.nextInt(8));
    };
  }

  /** Another border between time and address. */
  private Identity moved(int many) {
    var whole = right.timestamp() + "." + EMAIL;
    int border = right.timestamp().length() + (chance.nextBoolean() ? many : -many);
    return new Identity(
        whole.substring(border),
        whole.substring(0, border).replaceAll("\\.$", ""),
        right.signature());
  }

  private String spoilt(String text) {
    return SpoiltText.of(text, chance);
  }

  private static boolean isSigned(Identity identity, Instant now) {
    var customer = new VerifiedCustomer();
    customer.clock = Clock.fixed(now, ZoneOffset.UTC);
    customer.sites =
        new HelpSites() {
          @Override
          public List<String> secrets(String id) {
            return List.of(SECRET);
          }
        };
    return customer.isSigned(SITE, identity);
  }

  private static Identity signed(String secret, String email) {
    var time = String.valueOf(NOW.getEpochSecond());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var proof = HexFormat.of().formatHex(mac.doFinal((time + "." + email).getBytes(UTF_8)));
      return new Identity(email, time, proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
