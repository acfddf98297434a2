package org.svarbar.helpdesk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A signed request that can be spoilt in every way, and the question whether it is still believed.
 */
record SignedRequest(
    SignatureScheme scheme,
    Map<String, List<String>> headers,
    byte[] body,
    List<String> secrets,
    Clock clock) {

  static SignedRequest of(SignatureVector vector) {
    var headers = new LinkedHashMap<String, List<String>>();
    vector.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new SignedRequest(
        vector.signatureScheme(),
        headers,
        vector.body().getBytes(StandardCharsets.UTF_8),
        List.of(vector.secret()),
        vector.clock());
  }

  /** One to which `scheme` applies and nothing is signed. */
  static SignedRequest of(SignatureScheme scheme, String secret) {
    return new SignedRequest(scheme, Map.of(), new byte[0], List.of(secret), Clock.systemUTC());
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isBelieved() {
    var via = SampleConnection.of("any").withSecrets(secrets.toArray(String[]::new)).connection();
    return new SignatureVerifier(clock).isSigned(new WebhookRequest(headers, body), scheme, via);
  }

  SignedRequest with(String header, String... values) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, List.of(values));
    return new SignedRequest(scheme, more, body, secrets, clock);
  }

  SignedRequest changing(String header, UnaryOperator<String> change) {
    return with(header, change.apply(headers.get(header).getFirst()));
  }

  SignedRequest doubling(String header) {
    var twice = new ArrayList<>(headers.get(header));
    twice.addAll(headers.get(header));
    return with(header, twice.toArray(String[]::new));
  }

  SignedRequest without(String header) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new SignedRequest(scheme, fewer, body, secrets, clock);
  }

  SignedRequest withBody(byte[] other) {
    return new SignedRequest(scheme, headers, other, secrets, clock);
  }

  /** One bit of the byte at this place turned round. */
  SignedRequest withChangedByte(int place) {
    var changed = body.clone();
    changed[place] ^= 1;
    return withBody(changed);
  }

  SignedRequest withSecrets(String... others) {
    return new SignedRequest(scheme, headers, body, List.of(others), clock);
  }

  /** Read so much later than it was signed; negative: earlier. */
  SignedRequest readAfter(Duration time) {
    return new SignedRequest(scheme, headers, body, secrets, Clock.offset(clock, time));
  }
}
