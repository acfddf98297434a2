package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.svarbar.access.AccessKeysResource.Known;

/**
 * Users that are programs. Their key has 256 random bits, which nobody guesses however fast it is
 * checked: hashing it once is enough, where a person's password needs to be hashed many times.
 */
@ApplicationScoped
@Transactional
class AccessKeys {

  private static final int KEY_BYTES = 32;
  private static final int ITERATIONS = 1;

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  private final SecureRandom random = new SecureRandom();

  /**
   * @return the key; empty: somebody has this name already
   */
  Optional<String> make(String name, Role role) {
    if (entities.find(ConsoleUser.class, name) != null) {
      return Optional.empty();
    }
    var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(KEY_BYTES));
    var digest = PasswordDigest.of(key, bytes(PasswordDigest.SALT_BYTES), ITERATIONS);
    entities.persist(ConsoleUser.program(name, role, digest, clock.instant()));
    return Optional.of(key);
  }

  List<Known> all() {
    return entities
        .createQuery(
            "select u from ConsoleUser u where u.program = true order by u.name", ConsoleUser.class)
        .getResultStream()
        .map(user -> new Known(user.name, user.role, user.createdAt))
        .toList();
  }

  /**
   * @return whether there was such a key
   */
  boolean remove(String name) {
    return entities
            .createQuery("delete from ConsoleUser u where u.name = :name and u.program = true")
            .setParameter("name", name)
            .executeUpdate()
        > 0;
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
