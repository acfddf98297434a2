package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;

/**
 * Carries a new secret from the request that made it to the page that shows it, through the
 * administrator's browser, so that no server need remember it: encrypted, for a minute, and for one
 * page only.
 */
@ApplicationScoped
class ShownOnce {

  static final String COOKIE = "svarbar-new-secret";
  static final int KEPT_SECONDS = 60;

  @Inject SecretBox box;

  /** As a cookie's value. */
  String sealed(ConnectionId connection, String secret) {
    return sealed(connection.value(), secret);
  }

  /**
   * @param of what the secret belongs to
   */
  String sealed(String of, String secret) {
    var sealed = Base64.getDecoder().decode(box.seal(secret, purpose(of)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** The secret, unless the value is not one of ours or for another connection. */
  Optional<String> opened(ConnectionId connection, String value) {
    return opened(connection.value(), value);
  }

  /** The same for what is no connection. */
  Optional<String> opened(String of, String value) {
    try {
      var sealed = Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(value));
      return Optional.of(box.open(sealed, purpose(of)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String purpose(String of) {
    return "shown-once/" + of;
  }
}
