package org.svarbar.access;

import java.util.Locale;

/**
 * What a person who logs in is trusted with; `web.xml` and the server know them by their names in
 * lower case.
 */
public enum Role {
  /** everything */
  ADMIN,
  /** knowledge and suggestions */
  EDITOR,
  /** what agents see in their helpdesk */
  AGENT,
  /** reads everything, changes nothing */
  AUDITOR;

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
