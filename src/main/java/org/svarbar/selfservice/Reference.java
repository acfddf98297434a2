package org.svarbar.selfservice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a session is called in mails and forms: `SB-` and three times four letters and digits.
 *
 * @param text in capitals with its hyphens
 */
record Reference(String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\bSB-([A-Z0-9]{4})-([A-Z0-9]{4})-([A-Z0-9]{4})\\b", Pattern.CASE_INSENSITIVE);

  /** Nobody has more than a few; who writes hundreds is guessing. */
  private static final int MOST = 5;

  static Reference of(String letters) {
    return new Reference(
        "SB-"
            + letters.substring(0, 4)
            + "-"
            + letters.substring(4, 8)
            + "-"
            + letters.substring(8));
  }

  /** Those in a text, at most five, in their order. */
  static List<Reference> in(String text) {
    var found = new LinkedHashSet<Reference>();
    FORM.matcher(text)
        .results()
        .limit(MOST)
        .forEach(it -> found.add(new Reference(it.group().toUpperCase(Locale.ROOT))));
    return List.copyOf(found);
  }
}
