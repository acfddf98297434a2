package org.svarbar.helpdesk;

import java.time.Duration;

/**
 * How a helpdesk proves that a webhook is its own. Only data; {@link SignatureVerifier} is the
 * code. Header names are compared without regard to case.
 */
public sealed interface SignatureScheme {

  /**
   * How far a signed timestamp may be from our clock, both ways; what the Standard Webhooks
   * libraries use.
   */
  Duration TOLERANCE = Duration.ofMinutes(5);

  /** An HMAC over the body alone: `header: prefix + encoded(HMAC(secret, body))`. */
  record Hmac(String header, Algorithm algorithm, Encoding encoding, String prefix)
      implements SignatureScheme {}

  /** An HMAC over the body and a timestamp that stands in a header of its own. */
  record TimestampedHmac(
      String header,
      String timestampHeader,
      Timestamp timestamp,
      Joined joined,
      Algorithm algorithm,
      Encoding encoding,
      String prefix)
      implements SignatureScheme {}

  /**
   * <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> 1.0: `webhook-id`,
   * `-timestamp`, `-signature`.
   */
  record StandardWebhooks() implements SignatureScheme {}

  /**
   * The secret itself in a header, after `prefix` (such as `Bearer `): for senders that cannot
   * sign.
   */
  record SharedToken(String header, String prefix) implements SignatureScheme {}

  /** HTTP Basic: this user name, and the secret as the password. */
  record Basic(String user) implements SignatureScheme {}

  /**
   * The hash inside the HMAC; SHA-1 only because a vendor has nothing better, its HMAC is unbroken.
   */
  enum Algorithm {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256");

    final String jcaName;

    Algorithm(String jcaName) {
      this.jcaName = jcaName;
    }
  }

  /** How the HMAC is written. */
  enum Encoding {
    HEX,
    BASE64
  }

  /** How the timestamp is written. */
  enum Timestamp {
    UNIX_SECONDS,
    ISO_INSTANT
  }

  /** What is signed. */
  enum Joined {
    TIMESTAMP_BODY,
    TIMESTAMP_DOT_BODY,
    BODY_TIMESTAMP
  }
}
