package org.svarbar.selfservice;

import java.util.Objects;
import java.util.Optional;

/**
 * What a customer types on the help page to have a ticket opened.
 *
 * @param id names it, so that it becomes one ticket however often it is sent
 * @param wrong the key of what is said about it; empty: nothing is wrong
 * @param receipt when the ticket is being opened
 */
record TicketForm(
    String id,
    String email,
    String text,
    Optional<String> wrong,
    Optional<Contacts.Receipt> receipt) {

  TicketForm {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(wrong, "wrong");
    Objects.requireNonNull(receipt, "receipt");
  }

  static TicketForm empty(String id) {
    return new TicketForm(id, "", "", Optional.empty(), Optional.empty());
  }

  TicketForm refused(String why) {
    return new TicketForm(id, email, text, Optional.of(why), Optional.empty());
  }

  TicketForm received(Contacts.Receipt told) {
    return new TicketForm(id, email, text, Optional.empty(), Optional.of(told));
  }

  boolean isWrong(String field) {
    return wrong.equals(Optional.of("widget.wrong-" + field));
  }
}
