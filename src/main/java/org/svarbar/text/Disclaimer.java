package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts what companies and programs put under and above a mail: confidentiality, viruses, trees. */
final class Disclaimer {

  private static final int FEWEST_CHARACTERS = 60;

  private static final List<List<String>> ALL_OF =
      List.of(
          WordList.MAIL.section("disclaimer-mail"),
          WordList.MAIL.section("disclaimer-confidential"),
          WordList.MAIL.section("disclaimer-receiver"));

  private static final List<List<String>> OR_ALL_OF =
      List.of(
          WordList.MAIL.section("disclaimer-mail"),
          WordList.MAIL.section("disclaimer-error"),
          WordList.MAIL.section("disclaimer-delete"));

  private static final List<String> ALONE = WordList.MAIL.section("disclaimer-alone");
  private static final Set<String> NOT = Set.copyOf(WordList.MAIL.section("disclaimer-not"));

  private Disclaimer() {}

  static List<String> cut(List<String> lines) {
    var paragraphs = Paragraphs.split(lines);
    var kept = new ArrayList<String>();
    for (var paragraph : paragraphs) {
      if (!isDisclaimer(paragraph)) {
        kept.addAll(paragraph);
        kept.add("");
      }
    }
    return kept;
  }

  private static boolean isDisclaimer(List<String> paragraph) {
    var text = String.join(" ", paragraph).toLowerCase(Locale.ROOT);
    if (holds(text, ALONE) && text.length() < 400) {
      return true;
    }
    return text.length() >= FEWEST_CHARACTERS
        && text.indexOf('?') < 0
        && (holdsAll(text, ALL_OF) || holdsAll(text, OR_ALL_OF))
        && Phrases.words(text).stream().noneMatch(NOT::contains);
  }

  private static boolean holdsAll(String text, List<List<String>> all) {
    return all.stream().allMatch(pieces -> holds(text, pieces));
  }

  private static boolean holds(String text, List<String> pieces) {
    return pieces.stream().anyMatch(text::contains);
  }
}
