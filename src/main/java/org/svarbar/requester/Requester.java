package org.svarbar.requester;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketRef;

/**
 * Somebody about whom something is held.
 *
 * @param email in lower case; empty: nobody in particular, only the tickets count
 * @param tickets those that are theirs
 */
public record Requester(String email, Set<TicketRef> tickets) {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

  /** As it stands in JSON, or in a form that was sent. */
  private static final String AT = "(?:@|%40|\\\\u0040)";

  public Requester {
    Objects.requireNonNull(email, "email");
    tickets = Set.copyOf(tickets);
    if (!email.isEmpty() && !isAddress(email)) {
      throw new IllegalArgumentException("no e-mail address");
    }
    email = normal(email);
  }

  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text.strip()).matches();
  }

  static String normal(String email) {
    return Person.comparable(email);
  }

  Requester with(Set<TicketRef> more) {
    var all = new HashSet<>(tickets);
    all.addAll(more);
    return new Requester(email, all);
  }

  /** Whether a text names the address; one that only ends or begins like it is another's. */
  public boolean isNamedIn(String text) {
    return !email.isEmpty() && pattern().matcher(text).find();
  }

  /** The text without the address. */
  public String takenOutOf(String text) {
    return email.isEmpty() ? text : pattern().matcher(text).replaceAll("[e-mail]");
  }

  private Pattern pattern() {
    var at = email.indexOf('@');
    return Pattern.compile(
        "(?<![a-z0-9._%+-])"
            + Pattern.quote(email.substring(0, at))
            + AT
            + Pattern.quote(email.substring(at + 1))
            + "(?![a-z0-9-]|\\.[a-z0-9])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
