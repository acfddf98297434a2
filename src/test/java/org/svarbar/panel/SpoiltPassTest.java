package org.svarbar.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.SampleConnection;
import org.svarbar.platform.Json;
import org.svarbar.testing.SpoiltText;
import org.svarbar.ticket.TicketRef;

/** No pass opens a panel that the helpdesk did not sign for this ticket, now. */
class SpoiltPassTest {

  private static final int MANY = 100_000;
  private static final int MANY_TOKENS = 20_000;
  private static final long SEED = Long.getLong("seed", 1);
  private static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");
  private static final String SECRET = "correct-horse-battery-staple-0123456789";
  private static final Connection VIA =
      SampleConnection.of("request-tracker").withSecrets(SECRET).connection();
  private static final TicketRef TICKET = new TicketRef(VIA.id(), "4711");

  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final String right = pass("kundservice", "4711", 60, SECRET, "svarbar-panel.");

  @Test
  void noPassIsBelieved() {
    System.out.println("seed " + SEED);
    assertThat(isGood(right)).isTrue();

    for (int i = 0; i < MANY; i++) {
      var spoilt = next();
      if (spoilt.equals(right)) {
        i--;
      } else if (isGood(spoilt)) {
        fail("believed: " + spoilt);
      }
    }
    System.out.printf("passes of helpdesks: %d spoilt, 0 believed%n", MANY);
  }

  /** Base64 has bits behind the last byte, and padding, that say nothing. */
  @Test
  void noTokenOfZendeskIsBelievedUnlessItsBytesAreTheSame() {
    System.out.println("seed " + SEED);
    var keys = keys();
    var app = new ZendeskApp(keys.getPublic(), ZendeskTokens.AUDIENCE);
    var claims = ZendeskTokens.claims(NOW, NOW.plusSeconds(60));
    var token = ZendeskTokens.signed(keys.getPrivate(), claims);
    var other = ZendeskTokens.signed(keys().getPrivate(), claims);
    assertThat(app.agent(token, NOW)).isPresent();
    int sameBytes = 0;

    for (int i = 0; i < MANY_TOKENS; i++) {
      var spoilt = spoiltPart(token, other);
      if (!spoilt.equals(token) && app.agent(spoilt, NOW).isPresent()) {
        assertThat(signedBytes(spoilt)).isEqualTo(signedBytes(token));
        sameBytes++;
      }
    }
    System.out.printf(
        "tokens of Zendesk: %d spoilt, believed %d with the same bytes and 0 others%n",
        MANY_TOKENS, sameBytes);
  }

  private static String signedBytes(String token) {
    int dot = token.lastIndexOf('.');
    return token.substring(0, dot)
        + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
  }

  private String next() {
    var expired = -chance.nextInt(1_000_000);
    var late = 901 + chance.nextInt(1_000_000);
    return switch (chance.nextInt(9)) {
      case 0 -> SpoiltText.of(right, chance);
      case 1 -> pass("kundservice", "4711", expired, SECRET, "svarbar-panel.");
      case 2 -> pass("kundservice", "4711", late, SECRET, "svarbar-panel.");
      case 3 -> pass("kundservice", "47110" + chance.nextInt(99), 60, SECRET, "svarbar-panel.");
      case 4 -> pass("kundservice2", "4711", 60, SECRET, "svarbar-panel.");
      case 5 -> pass("kundservice", "4711", 60, SECRET + "x", "svarbar-panel.");
      case 6 ->
          pass("kundservice", "4711", 60, SECRET, SpoiltText.of("svarbar-panel.", chance) + "x");
      default -> spoiltPart(right, pass("kundservice", "4712", 60, SECRET, "svarbar-panel."));
    };
  }

  /** One part spoilt, or taken from another pass. */
  private String spoiltPart(String text, String other) {
    var parts = text.split("\\.");
    int at = chance.nextInt(parts.length);
    parts[at] = chance.nextInt(5) == 0 ? other.split("\\.")[at] : SpoiltText.of(parts[at], chance);
    return String.join(".", parts);
  }

  private static boolean isGood(String text) {
    var passes = new HelpdeskPasses();
    passes.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return passes.read(text, TICKET, VIA).isPresent();
  }

  private static String pass(
      String connection, String ticket, int secondsLeft, String secret, String kind) {
    var content =
        Json.createObjectBuilder()
            .add("connection", connection)
            .add("ticket", ticket)
            .add("agent", "14")
            .add("expires", NOW.plusSeconds(secondsLeft).getEpochSecond())
            .build()
            .toString();
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(UTF_8));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var proof = mac.doFinal((kind + encoded).getBytes(UTF_8));
      return "helpdesk." + encoded + "." + HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2048);
      return maker.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
