package org.svarbar.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

  private static final SignatureVector STANDARD = SignatureVector.named("standard-webhooks");
  private static final String RIGHT = STANDARD.headers().get("webhook-signature");
  private static final String WRONG = "v1,AAAAObmudGuWPGQP3S4WMrNwazufj4JHvS32XBDQyc=";

  static List<SignatureVector> vectors() {
    return SignatureVector.all();
  }

  static Stream<SignatureVector> vectorsWithTime() {
    return vectors().stream().filter(vector -> vector.headers().size() > 1);
  }

  static Stream<SignatureVector> vectorsWithoutTime() {
    return vectors().stream().filter(vector -> vector.headers().size() == 1);
  }

  static Stream<SignatureVector> vectorsInHex() {
    return vectors().stream().filter(vector -> vector.signatureScheme().toString().contains("HEX"));
  }

  static Stream<SignatureVector> vectorsWithPrefix() {
    return vectors().stream()
        .filter(vector -> vector.headers().get(vector.signatureHeader()).matches("(sha|v1).*"));
  }

  @Test
  void thereIsAVectorOfEachKindOfSchemeThatIsComputed() {
    assertThat(vectors())
        .hasSizeGreaterThanOrEqualTo(13)
        .extracting(vector -> vector.signatureScheme().getClass().getSimpleName())
        .contains("Hmac", "TimestampedHmac", "StandardWebhooks");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void believesWhatWasSigned(SignatureVector vector) {
    assertThat(SignedRequest.of(vector).isBelieved()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesABodyWithAnyByteChanged(SignatureVector vector) {
    var request = SignedRequest.of(vector);

    for (var place = 0; place < request.body().length; place++) {
      assertThat(request.withChangedByte(place).isBelieved()).as("byte %d", place).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesAnotherBody(SignatureVector vector) {
    var request = SignedRequest.of(vector);

    assertThat(request.withBody(new byte[0]).isBelieved()).isFalse();
    assertThat(
            request.withBody((vector.body() + " ").getBytes(StandardCharsets.UTF_8)).isBelieved())
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesWhenAnyHeaderIsMissing(SignatureVector vector) {
    for (var header : vector.headers().keySet()) {
      assertThat(SignedRequest.of(vector).without(header).isBelieved()).as(header).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesWhenAnyHeaderComesTwice(SignatureVector vector) {
    for (var header : vector.headers().keySet()) {
      assertThat(SignedRequest.of(vector).doubling(header).isBelieved()).as(header).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesWhenAnyHeaderIsEmptyOrEndless(SignatureVector vector) {
    var endless = "a".repeat(1_000_000);

    for (var header : vector.headers().keySet()) {
      var request = SignedRequest.of(vector);
      assertThat(request.with(header, "").isBelieved()).as(header).isFalse();
      assertThat(request.with(header, " ").isBelieved()).as(header).isFalse();
      assertThat(request.with(header, endless).isBelieved()).as(header).isFalse();
      assertThat(request.changing(header, value -> value + endless).isBelieved())
          .as(header)
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void findsHeadersHoweverTheirNamesAreWritten(SignatureVector vector) {
    var request = SignedRequest.of(vector);

    for (var header : vector.headers().keySet()) {
      var value = vector.headers().get(header);
      request = request.without(header).with(header.toUpperCase(Locale.ROOT), value);
    }

    assertThat(request.isBelieved()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectorsInHex")
  void refusesUpperCaseHex(SignatureVector vector) {
    var request =
        SignedRequest.of(vector)
            .changing(
                vector.signatureHeader(),
                value ->
                    value.substring(0, value.indexOf('=') + 1)
                        + value.substring(value.indexOf('=') + 1).toUpperCase(Locale.ROOT));

    assertThat(request.isBelieved()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectorsWithPrefix")
  void refusesAWrongPrefixAndNone(SignatureVector vector) {
    var request = SignedRequest.of(vector);
    var header = vector.signatureHeader();

    assertThat(request.changing(header, value -> value.replace("sha1=", "sha256=")).isBelieved())
        .isEqualTo(!vector.headers().get(header).startsWith("sha1="));
    assertThat(
            request
                .changing(
                    header,
                    value ->
                        value.startsWith("sha256=")
                            ? value.replace("sha256=", "sha1=")
                            : "md5=" + value)
                .isBelieved())
        .isFalse();
    assertThat(
            request
                .changing(header, value -> value.replaceFirst("^(sha1=|sha256=|v1,)", ""))
                .isBelieved())
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectorsWithTime")
  void toleratesFiveMinutesBothWaysAndNotMore(SignatureVector vector) {
    var request = SignedRequest.of(vector);
    var nearly = SignatureScheme.TOLERANCE.minusSeconds(1);
    var more = SignatureScheme.TOLERANCE.plusSeconds(1);

    assertThat(request.readAfter(nearly).isBelieved()).as("late").isTrue();
    assertThat(request.readAfter(nearly.negated()).isBelieved()).as("early").isTrue();
    assertThat(request.readAfter(more).isBelieved()).as("stale").isFalse();
    assertThat(request.readAfter(more.negated()).isBelieved()).as("from the future").isFalse();
    assertThat(request.readAfter(Duration.ofDays(365)).isBelieved()).as("a year old").isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectorsWithoutTime")
  void asksNoTimeWhereTheSchemeHasNone(SignatureVector vector) {
    assertThat(SignedRequest.of(vector).readAfter(Duration.ofDays(3650)).isBelieved()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-9223372036854775808",
        "9223372036854775807",
        "9223372036854775808",
        "31556889864403200",
        "1795313193.0",
        "+1795313193",
        "01795313193",
        "0x6B0298E9",
        "1e9",
        "NaN",
        "tomorrow"
      })
  void refusesTimesThatAreNone(String time) {
    for (var vector : vectorsWithTime().toList()) {
      var header =
          vector.headers().keySet().stream()
              .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("timestamp"))
              .findFirst()
              .orElseThrow();
      assertThat(SignedRequest.of(vector).with(header, time).isBelieved())
          .as(vector.name())
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void believesTheOldAndTheNewSecretWhileItIsRotated(SignatureVector vector) {
    var request = SignedRequest.of(vector);
    var other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    var third = "whsec_plJ3nmyCDGBKInavdOK15jsl";

    assertThat(request.withSecrets(vector.secret(), other).isBelieved()).isTrue();
    assertThat(request.withSecrets(other, vector.secret()).isBelieved()).isTrue();
    assertThat(request.withSecrets(other, third).isBelieved()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void believesNobodyWithoutASecret(SignatureVector vector) {
    assertThat(SignedRequest.of(vector).withSecrets().isBelieved()).isFalse();
    assertThat(SignedRequest.of(vector).withSecrets("").isBelieved()).isFalse();
    assertThat(SignedRequest.of(vector).withSecrets("whsec_").isBelieved()).isFalse();
  }

  @Test
  void findsTheRightOneAmongSeveralStandardWebhooksSignatures() {
    var request = SignedRequest.of(STANDARD);

    assertThat(request.with("webhook-signature", WRONG + " " + RIGHT).isBelieved()).isTrue();
    assertThat(request.with("webhook-signature", RIGHT + " " + WRONG).isBelieved()).isTrue();
    assertThat(request.with("webhook-signature", WRONG + " " + WRONG).isBelieved()).isFalse();
    assertThat(request.with("webhook-signature", RIGHT + "," + RIGHT).isBelieved()).isFalse();
  }

  @Test
  void passesOverStandardWebhooksSignaturesOfOtherVersions() {
    var request = SignedRequest.of(STANDARD);
    var asymmetric = RIGHT.replace("v1,", "v1a,");

    assertThat(request.with("webhook-signature", asymmetric).isBelieved()).isFalse();
    assertThat(request.with("webhook-signature", asymmetric + " " + RIGHT).isBelieved()).isTrue();
    assertThat(request.with("webhook-signature", RIGHT.replace("v1,", "v2,")).isBelieved())
        .isFalse();
  }

  @Test
  void takesAStandardWebhooksSecretWithAndWithoutItsPrefix() {
    var bare = STANDARD.secret().substring("whsec_".length());

    assertThat(SignedRequest.of(STANDARD).withSecrets(bare).isBelieved()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_***", "åäö", "whsec_whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void refusesWhenTheStandardWebhooksSecretIsNotBase64(String secret) {
    assertThat(SignedRequest.of(STANDARD).withSecrets(secret).isBelieved()).isFalse();
  }

  @Test
  void refusesABodyThatIsNotUtf8() {
    // signed is the character that stands for unreadable bytes; a reader puts it there himself
    var signed =
        SignedRequest.of(STANDARD)
            .with("webhook-id", "msg_1")
            .with("webhook-signature", "v1,2Hh1k/gb1RjSw911efmq2e/OPps+QXF7MvqCPvb83CY=")
            .withBody("\"\ufffd\"".getBytes(StandardCharsets.UTF_8));

    assertThat(signed.isBelieved()).isTrue();
    assertThat(signed.withBody(new byte[] {'"', (byte) 0xff, '"'}).isBelieved()).isFalse();
  }

  @Test
  void refusesPartsOfTheSignedTextThatChangedPlaces() {
    // signed as id "msg_1", time 1614265330 and body "a.1795313193.b"
    var signature = "v1,UrnkAVX66ZC4iR9M6SnV04sf+3ByxsRKbZoQFQXy5i8=";
    var signed =
        SignedRequest.of(STANDARD)
            .with("webhook-signature", signature)
            .with("webhook-id", "msg_1")
            .with("webhook-timestamp", "1614265330")
            .withBody("a.1795313193.b".getBytes(StandardCharsets.UTF_8));
    var moved =
        signed
            .with("webhook-id", "msg_1.1614265330.a")
            .with("webhook-timestamp", "1795313193")
            .withBody("b".getBytes(StandardCharsets.UTF_8));

    var late = Duration.between(STANDARD.signedAt(), java.time.Instant.ofEpochSecond(1614265330));
    assertThat(signed.readAfter(late).isBelieved()).as("in its time").isTrue();
    assertThat(moved.isBelieved()).as("with parts moved").isFalse();
  }

  @Test
  void comparesASharedToken() {
    var scheme = new SignatureScheme.SharedToken("Authorization", "Bearer ");
    var request = SignedRequest.of(scheme, "3f9c-token");

    assertThat(request.with("authorization", "Bearer 3f9c-token").isBelieved()).isTrue();
    assertThat(request.isBelieved()).isFalse();
    for (var wrong :
        List.of("3f9c-token", "Bearer ", "Bearer 3f9c-toke", "bearer 3f9c-token", "")) {
      assertThat(request.with("authorization", wrong).isBelieved()).as(wrong).isFalse();
    }
    assertThat(request.withSecrets("").with("authorization", "Bearer ").isBelieved()).isFalse();
  }

  @Test
  void comparesUserAndPasswordOfBasic() {
    var request = SignedRequest.of(new SignatureScheme.Basic("svarbar"), "öppna dörren");

    // computed with `printf %s 'svarbar:öppna dörren' | base64`
    var right = "Basic c3ZhcmJhcjrDtnBwbmEgZMO2cnJlbg==";
    assertThat(request.with("authorization", right).isBelieved()).isTrue();
    assertThat(request.isBelieved()).isFalse();
    for (var wrong : List.of("Basic", "Basic ", right + "=", right.replace("Basic", "Bearer"))) {
      assertThat(request.with("authorization", wrong).isBelieved()).as(wrong).isFalse();
    }
    assertThat(request.with("authorization", right, right).isBelieved()).isFalse();
  }
}
