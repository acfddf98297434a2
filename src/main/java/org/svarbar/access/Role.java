package org.svarbar.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person who logs in is trusted with; `web.xml` and the server know them by their names in
 * lower case.
 */
public enum Role {
  /** everything */
  ADMIN,
  /** knowledge and suggestions */
  EDITOR,
  /** the panel of any ticket, trying a ticket, and reading the knowledge */
  AGENT,
  /** reads everything, changes nothing */
  AUDITOR;

  /** By its name in lower case. */
  static Optional<Role> find(String stored) {
    return Arrays.stream(values()).filter(role -> role.stored().equals(stored)).findFirst();
  }

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
