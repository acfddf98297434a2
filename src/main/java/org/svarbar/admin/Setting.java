package org.svarbar.admin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting of the operator's, as administrators may see it.
 *
 * @param room which part of the product it is for
 * @param usual its value where nobody says another; empty: it has none
 * @param says what it means and takes, in English, from the file of defaults
 * @param given what was given; a secret's is never here
 * @param isGiven whether something was given
 */
record Setting(
    String room,
    String name,
    Optional<String> usual,
    String says,
    Optional<String> given,
    boolean isGiven) {

  private static final Pattern SECRET = Pattern.compile(".*(key|password|credential|secret|token)");
  private static final Pattern WITH_PASSWORD = Pattern.compile("//[^/@\\s]*@");

  /** One of the file, without what was given. */
  static Setting of(String room, String name, Optional<String> usual, String says) {
    return new Setting(room, name, usual, says, Optional.empty(), false);
  }

  /**
   * @param value what counts; empty: nothing does
   */
  Setting with(Optional<String> value) {
    var isOther = value.isPresent() && !value.equals(usual);
    var shown = value.filter(any -> !isSecret()).map(Setting::withoutPassword);
    return new Setting(room, name, usual, says, shown, isOther);
  }

  boolean isSecret() {
    return SECRET.matcher(name).matches();
  }

  private static String withoutPassword(String value) {
    return WITH_PASSWORD.matcher(value).replaceAll("//…@");
  }
}
