package org.svarbar.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.svarbar.platform.Languages;

/**
 * Takes endings off words, so that inflections of one word agree; what is left need not be a word.
 * Our own rules: light, as a search wants it. Words come in folded, with å, ä and ö for all of the
 * Nordic letters.
 */
final class Stem {

  private static final Stem NONE = new Stem(List.of(), 0, word -> word);

  private static final Map<Locale, Stem> STEMS =
      Map.of(
          Languages.SWEDISH, scandinavian("sv"),
          Languages.BOKMAL, scandinavian("nb"),
          Languages.NYNORSK, scandinavian("nn"),
          Languages.DANISH, scandinavian("da"),
          Languages.FINNISH, new Stem(endings("fi"), 4, Stem::evenFinnish),
          Languages.ENGLISH, new Stem(endings("en"), 3, Stem::evenEnglish));

  private static final int SHORTEST = 3;
  private static final int MOST_ROUNDS = 4;

  private final List<String> endings;
  private final int shortest;
  private final UnaryOperator<String> even;

  private Stem(List<String> endings, int shortest, UnaryOperator<String> even) {
    this.endings = endings;
    this.shortest = shortest;
    this.even = even;
  }

  static Stem of(Locale language) {
    return STEMS.getOrDefault(language, NONE);
  }

  /**
   * Endings come off until none is left, so that a word whose own end looks like an ending loses it
   * too.
   */
  String stem(String word) {
    var stem = word;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var next = even.apply(withoutEnding(stem, round == 0 ? shortest : SHORTEST + 1));
      if (next.equals(stem)) {
        break;
      }
      stem = next;
    }
    return stem;
  }

  private String withoutEnding(String word, int least) {
    for (var ending : endings) {
      if (word.length() - ending.length() >= least && word.endsWith(ending)) {
        return cut(word, ending.length());
      }
    }
    return word;
  }

  private static Stem scandinavian(String tag) {
    return new Stem(endings(tag), SHORTEST, Stem::evenScandinavian);
  }

  /** `faktura` → `faktur`, `strömm` → `ström`, `betalt` → `betal`, `routr` → `rout`. */
  private static String evenScandinavian(String stem) {
    var even = isVowel(last(stem)) && stem.length() > SHORTEST ? cut(stem, 1) : stem;
    even = undoubled(even.endsWith("lt") && even.length() > SHORTEST + 1 ? cut(even, 1) : even);
    boolean bareR =
        even.length() > SHORTEST
            && even.endsWith("r")
            && "tdkpbgfl".indexOf(even.charAt(even.length() - 2)) >= 0;
    return bareR ? cut(even, 1) : even;
  }

  /** `invoice` → `invoic`, `cancell` → `cancel`, `deliveri` → `deliver`. */
  private static String evenEnglish(String stem) {
    var even = "ey".indexOf(last(stem)) >= 0 && stem.length() > SHORTEST ? cut(stem, 1) : stem;
    return undoubled(even);
  }

  /**
   * Vowels off, then the grades of the last consonants made one: `osoitt` and `osoit`, `sopimuks`
   * and `sopimus`.
   */
  private static String evenFinnish(String stem) {
    var even = stem;
    while (isVowel(last(even)) && even.length() > SHORTEST) {
      even = cut(even, 1);
    }
    for (var ending : List.of("uks", "yks", "us", "ys", "im", "in")) {
      if (even.endsWith(ending) && even.length() - ending.length() >= SHORTEST) {
        even = cut(even, ending.length());
        break;
      }
    }
    even = undoubled(even);
    if (even.length() > SHORTEST
        && List.of("nt", "lt", "rt", "mp", "nk", "ng").stream().anyMatch(even::endsWith)) {
      even = cut(even, 1);
    }
    return even.endsWith("d") ? cut(even, 1) + "t" : even;
  }

  private static String undoubled(String stem) {
    int n = stem.length();
    boolean doubled =
        n > SHORTEST && stem.charAt(n - 1) == stem.charAt(n - 2) && !isVowel(stem.charAt(n - 1));
    return doubled ? cut(stem, 1) : stem;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static char last(String word) {
    return word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
  }

  private static boolean isVowel(char c) {
    return "aeiouyåäö".indexOf(c) >= 0;
  }

  private static List<String> endings(String tag) {
    return WordList.read("endings.txt").section(tag).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
