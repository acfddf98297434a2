package org.svarbar.selfservice;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a customer wrote to reach a person, not yet checked.
 *
 * @param id the sender's; 8 to 60 letters, digits, `-` and `_`: the same again is the same ticket
 * @param email where the customer gets the answer
 * @param text 1 to 4000 characters
 * @param subject what it is about; left out: the beginning of the text
 * @param website people do not see this field: whoever fills it in is a program
 */
public record ContactForm(
    String id, String email, String text, Optional<String> subject, Optional<String> website) {

  static final int LONGEST_EMAIL = 200;
  static final int LONGEST_TEXT = 4000;

  private static final int LONGEST_SUBJECT = 100;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,60}");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");
  private static final Pattern NOT_WRITTEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]");

  /**
   * Checked.
   *
   * @param subject one line, not empty
   */
  record Contact(String id, String email, String subject, String text) {}

  boolean isOfAProgram() {
    return website.filter(it -> !it.isBlank()).isPresent();
  }

  /**
   * @throws IllegalArgumentException begins with the name of the field that is wrong
   */
  Contact checked() {
    require(id != null && ID.matcher(id).matches(), "id: 8 to 60 letters, digits, - and _");
    var address = email == null ? "" : email.strip();
    require(
        address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches(),
        "email: is no e-mail address");
    var written = text == null ? "" : plain(text.replace("\r\n", "\n"));
    require(
        !written.isEmpty() && written.length() <= LONGEST_TEXT,
        "text: 1 to " + LONGEST_TEXT + " characters");
    return new Contact(id, address, subject(written), written);
  }

  private String subject(String written) {
    var said = subject.map(ContactForm::plain).filter(it -> !it.isEmpty()).orElse(written);
    var line = said.lines().findFirst().orElse("").strip();
    if (line.length() <= LONGEST_SUBJECT) {
      return line;
    }
    var isInside = Character.isHighSurrogate(line.charAt(LONGEST_SUBJECT - 1));
    return line.substring(0, LONGEST_SUBJECT - (isInside ? 1 : 0)) + "…";
  }

  private static String plain(String text) {
    return NOT_WRITTEN.matcher(text).replaceAll(" ").strip();
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException(what);
    }
  }
}
