package org.svarbar.knowledge;

import java.util.Locale;
import java.util.Optional;

/**
 * Which entries a list shows; what is empty does not narrow it.
 *
 * @param text stands somewhere in a question, the answer or the key, in any case
 * @param retired entries that are retired, instead of those that are not
 */
public record EntryFilter(
    String text,
    Optional<Locale> language,
    Optional<String> source,
    Optional<String> group,
    Optional<Visibility> visibility,
    boolean retired) {

  /** Everything that is not retired. */
  public static final EntryFilter ALL =
      new EntryFilter(
          "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
