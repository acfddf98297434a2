package org.svarbar.helpdesk;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator sets of a connection.
 *
 * @param credential empty: leave it as it is
 */
public record ConnectionDraft(
    String kind,
    String name,
    Optional<URI> baseUrl,
    String account,
    Optional<String> credential,
    Set<String> groups,
    Locale noteLanguage,
    Connection.Mode mode) {

  public ConnectionDraft {
    groups = Set.copyOf(groups);
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(noteLanguage, "noteLanguage");
    Objects.requireNonNull(mode, "mode");
    checkLength("kind", kind, 40);
    checkLength("name", name, 200);
    checkLength("account", account, 200);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a connection has a name");
    }
  }

  private static void checkLength(String what, String value, int most) {
    if (Objects.requireNonNull(value, what).length() > most) {
      throw new IllegalArgumentException(what + " is longer than " + most + " characters");
    }
  }
}
