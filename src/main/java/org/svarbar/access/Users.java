package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everybody who may log in. */
@ApplicationScoped
public class Users {

  private static final String PRODUCT = "svarbar";

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.console.password-iterations")
  int iterations;

  @Inject
  @ConfigProperty(name = "svarbar.console.password-names")
  Optional<String> names;

  private final SecureRandom random = new SecureRandom();

  /** Whether there is nobody yet who could log in. */
  @Transactional
  public boolean isEmpty() {
    return entities
            .createQuery(
                "select count(user) from ConsoleUser user where user.program = false", Long.class)
            .getSingleResult()
        == 0;
  }

  /**
   * Gives somebody a password; makes them a user with this role if they are none yet.
   *
   * @throws IllegalArgumentException when the password is too short, too long or {@link
   *     #isGuessable guessable}
   */
  @Transactional
  public void admit(String name, Role role, String password) {
    var digest = digest(name, password);
    find(name)
        .ifPresentOrElse(
            user -> user.change(digest, clock.instant()),
            () -> entities.persist(new ConsoleUser(name, role, digest, clock.instant())));
  }

  /** Whether a new password is neither too short nor too long. */
  public static boolean takes(String password) {
    return PasswordDigest.takes(password);
  }

  /** Whether others would soon guess a password of that user. */
  public boolean isGuessable(String name, String password) {
    return GuessablePasswords.include(password, List.of(PRODUCT, name, names.orElse("")));
  }

  /**
   * Gives somebody who is logged in another password; sessions that were begun before are over.
   *
   * @param current what they typed as the one they have
   * @return since when the new one counts; empty: `current` is not theirs, or they have none here
   * @throws IllegalArgumentException when the new password cannot be {@link #takes taken} or is
   *     {@link #isGuessable guessable}
   */
  @Transactional
  public Optional<Instant> changePassword(String name, String current, String password) {
    var user = find(name).filter(it -> !it.program && takes(current));
    return user.filter(it -> it.password().isOf(current))
        .map(
            it -> {
              it.change(digest(name, password), clock.instant());
              return it.changedAt;
            });
  }

  /** Whether this is a program, whose key is made for it and not chosen. */
  @Transactional
  public boolean isProgram(String name) {
    return find(name).filter(user -> user.program).isPresent();
  }

  /** Whether somebody is a user, and has been with the same password since then. */
  @Transactional
  public boolean isUnchangedSince(String name, Instant time) {
    return find(name).filter(user -> !user.changedAt.isAfter(time)).isPresent();
  }

  private Optional<ConsoleUser> find(String name) {
    return Optional.ofNullable(entities.find(ConsoleUser.class, name));
  }

  private PasswordDigest digest(String name, String password) {
    if (takes(password) && isGuessable(name, password)) {
      throw new IllegalArgumentException(
          "a password is neither a common one nor made of known names");
    }
    var salt = new byte[PasswordDigest.SALT_BYTES];
    random.nextBytes(salt);
    return PasswordDigest.of(password, salt, iterations);
  }
}
