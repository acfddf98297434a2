package org.svarbar.selfservice;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How customers of a site reach a person.
 *
 * @param form where the organisation's own form is; gets the reference as `svarbar_reference`
 * @param mail an e-mail address; the reference goes into the subject
 * @param phone as it is dialled; the customer reads out a code
 * @param ticketGroup where in the site's connection a ticket is opened for them: a team, queue or
 *     mailbox; empty: none is
 */
public record ContactWays(
    Optional<URI> form,
    Optional<String> mail,
    Optional<String> phone,
    Optional<String> ticketGroup) {

  public ContactWays {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(mail, "mail");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(ticketGroup, "ticketGroup");
  }
}
