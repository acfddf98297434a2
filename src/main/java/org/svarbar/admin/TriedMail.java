package org.svarbar.admin;

import java.util.List;
import java.util.Optional;

/**
 * What came of a mail that somebody tried, in words.
 *
 * @param error the key of what was wrong with it
 * @param verdict empty: nothing was tried yet
 * @param fired names of the rules that concern it
 */
record TriedMail(
    String subject,
    String text,
    Optional<String> error,
    Optional<String> verdict,
    List<String> reasons,
    List<String> fired) {

  static final TriedMail NONE =
      new TriedMail("", "", Optional.empty(), Optional.empty(), List.of(), List.of());

  TriedMail {
    reasons = List.copyOf(reasons);
    fired = List.copyOf(fired);
  }
}
