package org.svarbar.helpdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No request is believed that was changed, replayed in pieces or signed by somebody else. */
class SpoiltRequestsTest {

  private static final int MANY = Integer.getInteger("spoilt", 60_000);
  private static final long SEED = Long.getLong("seed", 1);

  static List<SignedRequest> signed() {
    var all = new ArrayList<>(SignatureVector.all().stream().map(SignedRequest::of).toList());
    all.add(endingInDigits());
    var token = new SignatureScheme.SharedToken("X-Token", "");
    all.add(SignedRequest.of(token, "3f9c-token").with("X-Token", "3f9c-token"));
    var bearer = new SignatureScheme.SharedToken("Authorization", "Bearer ");
    all.add(SignedRequest.of(bearer, "3f9c-token").with("Authorization", "Bearer 3f9c-token"));
    var basic = SignedRequest.of(new SignatureScheme.Basic("svarbar"), "3f9c-token");
    all.add(basic.with("Authorization", "Basic " + base64("svarbar:3f9c-token")));
    return all;
  }

  @Test
  void theRightOnesAreBelieved() {
    assertThat(signed()).allMatch(SignedRequest::isBelieved);
  }

  @ParameterizedTest
  @MethodSource("signed")
  void noneIsBelieved(SignedRequest right) {
    System.out.println("seed " + SEED);
    var spoilt = new SpoiltRequests(right, signed(), new SplittableRandom(SEED));
    int sameMeaning = 0;

    for (int i = 0; i < MANY; i++) {
      var request = spoilt.next();
      boolean means = spoilt.meansTheSame(request);
      sameMeaning += means ? 1 : 0;
      if (request.isBelieved() != means) {
        fail("%s: %s, body %s, at %s", means, request, request.text(), request.clock());
      }
    }

    System.out.printf(
        "%s: %d spoilt requests, %d of them with another list of signatures that holds the right"
            + " one, and 0 of the others believed%n",
        right.scheme(), MANY, sameMeaning);
  }

  /** Digits may change places between the end of this body and the time behind it. */
  private static SignedRequest endingInDigits() {
    var glpi = SignatureVector.named("glpi");
    var body = "[1,2]+000";
    var time = glpi.headers().get("X-GLPI-timestamp");
    // of its own: else the other request of this sender would rightly be believed in its place
    var secret = "a secret that no other sender has 0123456";
    return SignedRequest.of(glpi)
        .withSecrets(secret)
        .withBody(body.getBytes(UTF_8))
        .with("X-GLPI-signature", hmac(secret, body + time));
  }

  private static String hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
