package org.svarbar.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises lines such as `Med vänlig hälsning`, `Mvh Kalle`, `Terveisin`, `/Anna`, `Thanks in
 * advance!`.
 */
final class ClosingPhrases {

  enum Strength {
    /** nothing else begins so */
    SURE,
    /** thanks and wishes: a sign-off only when the line holds nothing more */
    POLITE
  }

  private static final Phrases<Strength> PHRASES =
      new Phrases<>(
          Map.of(
              Strength.SURE,
              WordList.MAIL.section("sign-off"),
              Strength.POLITE,
              WordList.MAIL.section("thanks")));
  private static final Set<String> WISHES = Set.copyOf(WordList.MAIL.section("wish"));
  private static final int MOST_WORDS_OF_WISH = 3;
  private static final int MOST_WORDS_OF_THANKS = 7;
  private static final int LONGEST_LINE = 90;
  private static final int MOST_WORDS_AFTER = 4;

  private ClosingPhrases() {}

  static Optional<Strength> find(String line) {
    if (line.isEmpty() || line.length() > LONGEST_LINE || line.endsWith("?")) {
      return Optional.empty();
    }
    if ("/–—".indexOf(line.charAt(0)) >= 0) {
      return Names.isName(line.replaceFirst("^[/–—]{1,3} ?", ""), 3)
          ? Optional.of(Strength.SURE)
          : Optional.empty();
    }
    if (isOwnWish(line)) {
      return Optional.of(Strength.SURE);
    }
    return PHRASES.at(line).filter(ClosingPhrases::endsHere).map(Phrases.Found::meaning);
  }

  /**
   * `Sportslig hilsen`, `Soliga hälsningar`: what people make up still ends with the usual word.
   */
  private static boolean isOwnWish(String line) {
    var words = Phrases.words(line);
    return !words.isEmpty()
        && words.size() <= MOST_WORDS_OF_WISH
        && WISHES.contains(words.getLast());
  }

  /**
   * Where a sign-off begins that stands in one line after a finished sentence; 0 if there is none.
   */
  static int startAtEnd(String line) {
    for (int i = line.length() - 2; i > 0 && i > line.length() - LONGEST_LINE; i--) {
      if (".!?,".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ') {
        var end = line.substring(i + 2);
        if (find(end).isPresent()) {
          return i + (line.charAt(i) == ',' ? 0 : 1);
        }
      }
    }
    return 0;
  }

  /** `Many thanks for your help,` with a name in the next line. */
  static boolean isThanksAbove(String name, String line) {
    return line.length() <= LONGEST_LINE
        && ",!.".indexOf(line.charAt(line.length() - 1)) >= 0
        && Phrases.words(line).size() <= MOST_WORDS_OF_THANKS
        && PHRASES.at(line).isPresent()
        && Names.isName(name, 3);
  }

  /** Words without the groups of a telephone number. */
  private static long namesAndTitles(String rest) {
    return Phrases.words(rest).stream().filter(word -> !Character.isDigit(word.charAt(0))).count();
  }

  private static boolean endsHere(Phrases.Found<Strength> found) {
    var rest = found.rest();
    if (rest.isEmpty()) {
      return true;
    }
    if (found.between().startsWith("-")) {
      return false;
    }
    return switch (found.meaning()) {
      case SURE -> namesAndTitles(rest) <= MOST_WORDS_AFTER && !rest.endsWith(":");
      case POLITE -> Names.isName(rest.replaceFirst("[ !.]{1,5}$", ""), 3);
    };
  }
}
