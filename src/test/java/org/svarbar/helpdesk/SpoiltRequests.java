package org.svarbar.helpdesk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.svarbar.testing.SpoiltText;

/** What can be made of one signed request by who knows others, and not the secret. */
final class SpoiltRequests {

  private static final String OTHER = "another secret of the same length 01234";

  private final SignedRequest right;
  private final List<SignedRequest> others;
  private final RandomGenerator chance;
  private final List<Function<SignedRequest, SignedRequest>> kinds =
      List.of(
          this::bodySpoilt,
          this::bodySpoilt,
          this::headerSpoilt,
          this::headerSpoilt,
          this::headerSpoilt,
          this::headerTwice,
          this::headerMissing,
          this::headersSwapped,
          this::anothersHeader,
          this::anothersBody,
          this::readAtAnotherTime,
          this::partsMoved,
          this::anothersSecret);

  /**
   * @param others signed by the same and by other helpdesks, and replayed in pieces
   */
  SpoiltRequests(SignedRequest right, List<SignedRequest> others, RandomGenerator chance) {
    this.right = right;
    this.others = others;
    this.chance = chance;
  }

  /** One that differs from the right one; spoilt once or twice. */
  SignedRequest next() {
    while (true) {
      var spoilt = kinds.get(chance.nextInt(kinds.size())).apply(right);
      if (chance.nextInt(4) == 0) {
        spoilt = kinds.get(chance.nextInt(kinds.size())).apply(spoilt);
      }
      if (!isSame(spoilt)) {
        return spoilt;
      }
    }
  }

  /** Whether a byte of what is signed, a signature, or more than five minutes differ. */
  private boolean isSame(SignedRequest spoilt) {
    return (!bodyIsSigned() || Arrays.equals(spoilt.body(), right.body()))
        && new WebhookRequest(spoilt.headers(), spoilt.body())
            .headers()
            .equals(new WebhookRequest(right.headers(), right.body()).headers())
        && spoilt.secrets().equals(right.secrets())
        && (!hasTime() || isInTime(spoilt));
  }

  /** Not by senders that only name a secret. */
  private boolean bodyIsSigned() {
    return !(right.scheme() instanceof SignatureScheme.SharedToken)
        && !(right.scheme() instanceof SignatureScheme.Basic);
  }

  private boolean hasTime() {
    return right.headers().keySet().stream().anyMatch(SpoiltRequests::isTime);
  }

  private static boolean isTime(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("timestamp");
  }

  private boolean isInTime(SignedRequest spoilt) {
    var off = Duration.between(right.clock().instant(), spoilt.clock().instant()).abs();
    return off.compareTo(SignatureScheme.TOLERANCE) < 0;
  }

  /**
   * Whether a spoilt request says the same by the rules of its scheme: Standard Webhooks allow a
   * list of signatures, of which one must be right; all else is as it was.
   */
  boolean meansTheSame(SignedRequest spoilt) {
    if (!(right.scheme() instanceof SignatureScheme.StandardWebhooks)) {
      return false;
    }
    var header = "webhook-signature";
    var names =
        spoilt.headers().keySet().stream().filter(it -> it.equalsIgnoreCase(header)).toList();
    if (names.size() != 1 || spoilt.headers().get(names.getFirst()).size() != 1) {
      return false;
    }
    var signature = right.headers().get(header).getFirst();
    return List.of(first(spoilt, names.getFirst()).split(" ")).contains(signature)
        && isSame(spoilt.without(names.getFirst()).with(header, signature));
  }

  private SignedRequest bodySpoilt(SignedRequest request) {
    var body = request.body();
    return request.withBody(
        switch (chance.nextInt(5)) {
          case 0 -> Arrays.copyOf(body, chance.nextInt(body.length + 1));
          case 1 -> joined(body, body);
          case 2 -> joined(body, new byte[] {(byte) chance.nextInt(256)});
          default -> bitTurned(body);
        });
  }

  private byte[] bitTurned(byte[] body) {
    var turned = body.length == 0 ? new byte[1] : body.clone();
    turned[chance.nextInt(turned.length)] ^= (byte) (1 << chance.nextInt(8));
    return turned;
  }

  private SignedRequest headerSpoilt(SignedRequest request) {
    var name = anyHeader(request);
    return name.isEmpty()
        ? request
        : request.with(name, SpoiltText.of(first(request, name), chance));
  }

  private SignedRequest headerTwice(SignedRequest request) {
    var name = anyHeader(request);
    if (name.isEmpty()) {
      return request;
    }
    var value = first(request, name);
    var second = chance.nextBoolean() ? value : SpoiltText.of(value, chance);
    return switch (chance.nextInt(3)) {
      case 0 -> request.with(name, value, second);
      case 1 -> request.with(name, second, value);
      default ->
          request
              .with(name.toUpperCase(Locale.ROOT), second)
              .with(name.toLowerCase(Locale.ROOT), value);
    };
  }

  private SignedRequest headerMissing(SignedRequest request) {
    return request.without(anyHeader(request));
  }

  private SignedRequest headersSwapped(SignedRequest request) {
    var one = anyHeader(request);
    var other = anyHeader(request);
    return one.isEmpty()
        ? request
        : request.with(one, first(request, other)).with(other, first(request, one));
  }

  private SignedRequest anothersHeader(SignedRequest request) {
    var from = anyOther();
    var taken = anyHeader(from);
    var name = anyHeader(request);
    return name.isEmpty() || taken.isEmpty() ? request : request.with(name, first(from, taken));
  }

  private SignedRequest anothersBody(SignedRequest request) {
    return request.withBody(anyOther().body());
  }

  private SignedRequest readAtAnotherTime(SignedRequest request) {
    long seconds = 301 + chance.nextLong(20L * 365 * 86_400);
    return hasTime()
        ? request.readAfter(Duration.ofSeconds(chance.nextBoolean() ? seconds : -seconds))
        : bodySpoilt(request);
  }

  /** The same text to sign, or nearly, with another border between time, id and body. */
  private SignedRequest partsMoved(SignedRequest request) {
    var name = anyHeader(request);
    if (name.isEmpty()) {
      return request;
    }
    var value = first(request, name);
    var body = new String(request.body(), StandardCharsets.UTF_8);
    int many =
        1 + chance.nextInt(Math.max(1, Math.min(20, Math.min(value.length(), body.length()))));
    if (value.length() < many || body.length() < many) {
      return request;
    }
    return switch (chance.nextInt(4)) {
      case 0 -> moved(request, name, value + body.substring(0, many), body.substring(many));
      case 1 ->
          moved(
              request,
              name,
              value.substring(0, value.length() - many),
              value.substring(value.length() - many) + body);
      case 2 ->
          moved(
              request,
              name,
              body.substring(body.length() - many) + value,
              body.substring(0, body.length() - many));
      default -> moved(request, name, value.substring(many), body + value.substring(0, many));
    };
  }

  private static SignedRequest moved(SignedRequest to, String name, String value, String body) {
    return to.with(name, value).withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Signed by somebody whose secret was never ours, or retired, or is empty. */
  private SignedRequest anothersSecret(SignedRequest request) {
    return switch (chance.nextInt(4)) {
      case 0 -> request.withSecrets(OTHER);
      case 1 -> request.withSecrets("", OTHER);
      case 2 -> request.withSecrets();
      default ->
          request.withSecrets(SpoiltText.bitTurned(right.secrets().getFirst(), chance) + "x");
    };
  }

  private SignedRequest anyOther() {
    return others.get(chance.nextInt(others.size()));
  }

  /** Empty: there is none. */
  private String anyHeader(SignedRequest request) {
    var names = new ArrayList<>(request.headers().keySet());
    names.sort(null);
    return names.isEmpty() ? "" : names.get(chance.nextInt(names.size()));
  }

  private static String first(SignedRequest request, String name) {
    return request.headers().getOrDefault(name, List.of("")).getFirst();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var whole = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, whole, one.length, other.length);
    return whole;
  }
}
