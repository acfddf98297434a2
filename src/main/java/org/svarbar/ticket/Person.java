package org.svarbar.ticket;

import java.util.Objects;

/** Somebody as the helpdesk knows them; each part may be empty, none is `null`. */
public record Person(String id, String name, String email) {

  public static final Person UNKNOWN = new Person("", "", "");

  private static final int LAST_OF_ASCII = 127;

  public Person {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
  }

  /** Takes parts that a helpdesk may have left out. */
  public static Person of(String id, String name, String email) {
    return new Person(orEmpty(id), orEmpty(name), orEmpty(email));
  }

  /**
   * An address of e-mail as it is compared: upper and lower case are the same. A letter that would
   * become one of `a` to `z` only so (the sign of kelvin, a dotted `I`) stays as it is: it is
   * somebody else's.
   */
  public static String comparable(String email) {
    return email
        .strip()
        .codePoints()
        .map(each -> each > LAST_OF_ASCII ? lowerOfOthers(each) : Character.toLowerCase(each))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int lowerOfOthers(int codePoint) {
    var lower = Character.toLowerCase(codePoint);
    return lower > LAST_OF_ASCII ? lower : codePoint;
  }

  private static String orEmpty(String part) {
    return part == null ? "" : part;
  }
}
