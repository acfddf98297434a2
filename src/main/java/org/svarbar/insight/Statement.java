package org.svarbar.insight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Overlap;
import org.svarbar.text.Sentences;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * A sentence of an answer, with what it claims.
 *
 * @param keys what its words compare by, those that say something
 * @param numbers each with what it counts: a price, a time of day, a word's key; so `14 dagar` and
 *     `30 dagar` are numbers of the same thing
 * @param negated whether it says that something is not so
 */
record Statement(String text, Set<String> keys, List<Counted> numbers, boolean negated) {

  /** Folded as {@link Word#folded()} is. */
  private static final Set<String> NEGATIONS =
      Set.copyOf(
          List.of(
              "inte",
              "ej",
              "aldrig",
              "ingen",
              "inget",
              "inga",
              "utan", // sv
              "ikke",
              "ikkje",
              "aldri",
              "intet",
              "ingenting",
              "uten",
              "uden", // nb, nn, da
              "ei",
              "en",
              "et",
              "emme",
              "ette",
              "eivät",
              "eikä", // fi
              "not",
              "never",
              "no",
              "none",
              "cannot",
              "without" // en
              ));

  private static final Set<String> FINNISH_ONLY = Set.of("ei", "en", "et");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<before>[€$£])?\\s?(?<number>\\d{1,3}(?:[  ]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,:]\\d+)?)"
              + "(?:\\s?[-–]\\s?\\d+(?:[.,:]\\d+)?)?\\s?(?<unit>[%€$£]|\\p{L}+)?");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}");

  /**
   * A number in a text.
   *
   * @param unit what it counts, comparable
   */
  record Counted(String unit, String number) {}

  static List<Statement> of(FaqEntry entry) {
    return Sentences.of(entry.plainText(), entry.language()).stream()
        .map(text -> of(text, entry.language()))
        .toList();
  }

  static Statement of(String text, Locale language) {
    var terms = Terms.of(text, language);
    return new Statement(
        text,
        Set.copyOf(new HashSet<>(terms.keys())),
        numbers(text, language),
        negated(terms, language));
  }

  private static boolean negated(Terms terms, Locale language) {
    return terms.words().stream()
        .map(Word::folded)
        .anyMatch(
            word ->
                NEGATIONS.contains(word)
                    && (language.getLanguage().equals("fi") || !FINNISH_ONLY.contains(word)));
  }

  private static List<Counted> numbers(String text, Locale language) {
    var found = new ArrayList<Counted>();
    var places = NUMBER.matcher(text);
    while (places.find()) {
      var number = places.group("number");
      var unit =
          CLOCK.matcher(number).matches()
              ? "clock"
              : unit(places.group("before"), places.group("unit"), language);
      if (!unit.isEmpty()) {
        found.add(new Counted(unit, number.replaceAll("[  ]", "").replaceAll("[,.:]0+$", "")));
      }
    }
    return List.copyOf(found);
  }

  private static String unit(String before, String after, Locale language) {
    if (before != null || after == null) {
      return before == null ? "" : before;
    }
    if (!Character.isLetter(after.charAt(0))) {
      return after;
    }
    return Terms.of(after, language).words().stream()
        .filter(word -> !word.stop())
        .map(Word::key)
        .findFirst()
        .orElse("");
  }

  /** How much two sentences speak of the same: 0 to 1. */
  double likeness(Statement other) {
    return Overlap.of(keys, other.keys);
  }
}
