package org.svarbar.knowledge;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees, and by which what is read is not what is written: those that turn
 * the direction of letters, and those without a width. Soft hyphens, and what joins the parts of
 * emoji, are no such.
 */
final class Unseen {

  private static final Pattern CHARACTERS =
      Pattern.compile(
          "[\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]");

  private Unseen() {}

  static String without(String text) {
    return CHARACTERS.matcher(text).replaceAll("");
  }
}
