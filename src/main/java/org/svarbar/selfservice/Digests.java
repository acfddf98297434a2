package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.svarbar.platform.SecretBox;
import org.svarbar.platform.Sha256;
import org.svarbar.ticket.Person;

/** What is kept in place of what must not be readable. */
@ApplicationScoped
class Digests {

  @Inject SecretBox box;

  /** Of a random token, which needs no key: nobody can try them all. */
  static String ofToken(String token) {
    return Sha256.hex(token);
  }

  /**
   * Of an e-mail address, keyed, since addresses can be guessed; empty for what is none. Upper and
   * lower case are the same.
   */
  Optional<String> ofPerson(String email) {
    return Optional.of(Person.comparable(email))
        .filter(address -> address.length() <= 200 && address.matches("[^\\s@]+@[^\\s@]+"))
        .map(address -> box.digest(address, "selfservice/person"));
  }
}
