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
 */
public record ContactWays(Optional<URI> form, Optional<String> mail, Optional<String> phone) {

  public ContactWays {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(mail, "mail");
    Objects.requireNonNull(phone, "phone");
  }
}
