package org.svarbar.text;

import java.text.Normalizer;
import java.util.Locale;
import org.svarbar.platform.Languages;

/**
 * Makes one letter of those that Nordic languages write differently: å and aa, ä and æ, ö and ø, e
 * and é.
 */
final class Folding {

  private Folding() {}

  /**
   * @param word in lower case
   */
  static String fold(String word, Locale language) {
    var folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      switch (word.charAt(i)) {
        case 'æ' -> folded.append('ä');
        case 'ø', 'œ' -> folded.append('ö');
        case 'å', 'ä', 'ö' -> folded.append(word.charAt(i));
        case 'ß' -> folded.append("ss");
        default -> append(word.charAt(i), folded);
      }
    }
    var text = folded.toString();
    return isRingWrittenAa(text, language) ? text.replace("aa", "å") : text;
  }

  private static void append(char c, StringBuilder folded) {
    if (c < 0x80) {
      folded.append(c);
    } else {
      Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
          .chars()
          .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
          .forEach(part -> folded.append((char) part));
    }
  }

  /**
   * In Finnish, `aa` is a long a; English knows no å; in Nynorsk, `fakturaane` is `faktura` with an
   * ending.
   */
  private static boolean isRingWrittenAa(String word, Locale language) {
    boolean ending =
        language.equals(Languages.NYNORSK) && word.length() > 7 && word.endsWith("aane");
    return !ending && !language.equals(Languages.FINNISH) && !language.equals(Languages.ENGLISH);
  }
}
