package org.svarbar.ticket;

import java.util.Objects;

/** Somebody as the helpdesk knows them; each part may be empty, none is `null`. */
public record Person(String id, String name, String email) {

  public static final Person UNKNOWN = new Person("", "", "");

  public Person {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
  }

  /** Takes parts that a helpdesk may have left out. */
  public static Person of(String id, String name, String email) {
    return new Person(orEmpty(id), orEmpty(name), orEmpty(email));
  }

  private static String orEmpty(String part) {
    return part == null ? "" : part;
  }
}
