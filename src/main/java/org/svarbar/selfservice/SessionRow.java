package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One visit of one customer. */
@Entity
@Table(name = "help_sessions")
class SessionRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "site_id", nullable = false, length = 40)
  String siteId;

  @Column(name = "token_digest", nullable = false, length = 64)
  String tokenDigest;

  @Column(nullable = false, length = 20)
  String reference;

  @Column(name = "phone_code", nullable = false, length = 6)
  String phoneCode;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "person_digest", length = 64)
  String personDigest;

  @Column(name = "person_verified", nullable = false)
  boolean personVerified;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 5)
  Arm arm;

  @Column(nullable = false)
  int events;

  @Column(nullable = false)
  boolean counted;

  @Column(name = "started_at", nullable = false)
  Instant startedAt;

  @Column(name = "last_at", nullable = false)
  Instant lastAt;

  /** For JPA. */
  protected SessionRow() {}

  SessionRow(String siteId, Codes codes, Arm arm, String language, Instant now) {
    this.siteId = siteId;
    this.tokenDigest = codes.tokenDigest();
    this.reference = codes.reference();
    this.phoneCode = codes.phoneCode();
    this.arm = arm;
    this.language = language;
    this.startedAt = now;
    this.lastAt = now;
  }

  /** By what a session is known. */
  record Codes(String tokenDigest, String reference, String phoneCode) {}

  /** What somebody proved stays, whatever is typed later. */
  void isOf(String digest, boolean verified) {
    if (verified || !personVerified) {
      personDigest = digest;
      personVerified = verified;
    }
  }

  /** So many more events. */
  void grew(int by, Instant now) {
    events += by;
    lastAt = now;
  }
}
