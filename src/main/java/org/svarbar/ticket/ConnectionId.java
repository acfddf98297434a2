package org.svarbar.ticket;

import java.util.regex.Pattern;

/** Names one configured helpdesk instance; also the last part of its webhook address. */
public record ConnectionId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  /** Refuses everything but 1 to 40 lower-case letters, digits and inner hyphens. */
  public ConnectionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a connection's name has 1 to 40 characters of a-z, 0-9 and inner hyphens");
    }
  }

  public static boolean isValid(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
