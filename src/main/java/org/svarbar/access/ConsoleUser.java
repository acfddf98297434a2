package org.svarbar.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who may log in. */
@Entity
@Table(name = "console_users")
class ConsoleUser {

  @Id
  @Column(length = 100)
  String name;

  @Column(nullable = false, length = 50)
  String salt;

  @Column(nullable = false, length = 100)
  String digest;

  @Column(nullable = false)
  int iterations;

  @Column(nullable = false, length = 20)
  String role;

  /** A program with a key that was made for it, not a person with a password. */
  @Column(nullable = false)
  boolean program;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  /** For JPA. */
  protected ConsoleUser() {}

  ConsoleUser(String name, Role role, PasswordDigest password, Instant now) {
    this.name = name;
    this.role = role.stored();
    this.createdAt = now;
    change(password, now);
  }

  static ConsoleUser program(String name, Role role, PasswordDigest key, Instant now) {
    var user = new ConsoleUser(name, role, key, now);
    user.program = true;
    return user;
  }

  PasswordDigest password() {
    return new PasswordDigest(salt, digest, iterations);
  }

  final void change(PasswordDigest password, Instant now) {
    salt = password.salt();
    digest = password.digest();
    iterations = password.iterations();
    changedAt = now;
  }
}
