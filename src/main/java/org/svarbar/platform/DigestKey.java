package org.svarbar.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one key of digests in the database, sealed. */
@Entity
@Table(name = "digest_keys")
class DigestKey {

  static final int ONE = 1;

  @Id int id;

  @Column(nullable = false, length = 200)
  String sealed;

  /** For JPA. */
  protected DigestKey() {}

  DigestKey(String sealed) {
    this.id = ONE;
    this.sealed = sealed;
  }
}
