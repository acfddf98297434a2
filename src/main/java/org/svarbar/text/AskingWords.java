package org.svarbar.text;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words by which people ask in one language. */
record AskingWords(
    Set<String> interrogatives,
    Set<String> when,
    Set<String> starters,
    Set<String> subjects,
    Set<String> persons,
    Set<String> wishes,
    Set<String> telling,
    Set<String> wonder,
    Set<String> imperatives,
    List<List<String>> please,
    List<List<String>> openers,
    List<List<String>> courtesies,
    List<String> questionNouns,
    Set<String> anaphors,
    Set<String> generic,
    Set<String> and,
    Set<String> announcements,
    boolean finnish,
    boolean inverting) {

  /** `det vil jeg gerne` begins with its wish, `jag flyttar och vill` does not. */
  private static final int BEHIND_SOMETHING = 3;

  private static final WordList LIST = WordList.read("question-words.txt");

  private static final AskingWords SWEDISH = read("sv");
  private static final AskingWords NORWEGIAN_OR_DANISH = read("no");
  private static final AskingWords FINNISH = read("fi");
  private static final AskingWords ENGLISH = read("en");

  /** Those of the language; English for one that is not ours. */
  static AskingWords of(Locale language) {
    return switch (language.getLanguage()) {
      case "sv" -> SWEDISH;
      case "nb", "nn", "no", "da" -> NORWEGIAN_OR_DANISH;
      case "fi" -> FINNISH;
      default -> ENGLISH;
    };
  }

  private static AskingWords read(String language) {
    return new AskingWords(
        set(language, "interrogative"),
        set(language, "when"),
        set(language, "starter"),
        set(language, "subject"),
        set(language, "person"),
        set(language, "wish"),
        set(language, "telling"),
        set(language, "wonder"),
        set(language, "imperative"),
        phrases(language, "please"),
        phrases(language, "opener"),
        phrases(language, "courtesy"),
        LIST.section(language + ".question-noun"),
        set(language, "anaphor"),
        set(language, "generic"),
        set(language, "and"),
        set(language, "announcement"),
        language.equals("fi"),
        language.equals("sv") || language.equals("no"));
  }

  private static Set<String> set(String language, String name) {
    return Set.copyOf(LIST.section(language + "." + name));
  }

  private static List<List<String>> phrases(String language, String name) {
    return LIST.section(language + "." + name).stream().map(Phrases::words).toList();
  }

  /** How many words of the longest of the phrases stand there; 0 if none does. */
  static int at(List<List<String>> phrases, List<String> words, int start) {
    return phrases.stream()
        .filter(phrase -> words.subList(start, words.size()).size() >= phrase.size())
        .filter(phrase -> words.subList(start, start + phrase.size()).equals(phrase))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Whether a question begins there: `hur …`, `kan jag …`, `voinko …`. */
  boolean asksAt(List<String> words, int start) {
    if (start >= words.size()) {
      return false;
    }
    var first = words.get(start);
    var second = start + 1 < words.size() ? words.get(start + 1) : "";
    if (interrogatives.contains(first)) {
      return !persons.contains(second) && !second.isEmpty();
    }
    return when.contains(first) && starters.contains(second)
        || starters.contains(first) && subjects.contains(second)
        || finnish && isAskingVerb(first);
  }

  /** `onko`, `siirtyykö`, but not `viikko`. */
  private static boolean isAskingVerb(String word) {
    return word.length() >= 4
        && (word.endsWith("ko") || word.endsWith("kö"))
        && !word.endsWith("kko")
        && !word.endsWith("kkö")
        && !word.equals("koko");
  }

  /**
   * Whether a sentence asks by its first words: after `dessutom` a verb comes first in statements
   * too.
   *
   * @param opener words before those
   */
  boolean opensQuestion(List<String> opener, List<String> words) {
    boolean statement = inverting && !and.containsAll(opener);
    return asksAt(words, 0)
        && !(statement && !words.isEmpty() && starters.contains(words.getFirst()));
  }

  /** `Vi har to ting.`: the questions are still to come. */
  boolean announces(List<String> words) {
    return announcements.contains(words.getLast());
  }

  /** Whether a word only asks and says nothing about what. */
  boolean isEmpty(String word) {
    return Stream.of(generic, wishes, wonder, starters, interrogatives)
        .anyMatch(words -> words.contains(word));
  }

  /** `jag undrar`, `kysyisin`. */
  boolean wonders(List<String> words) {
    boolean first = !words.isEmpty() && wonder.contains(words.getFirst());
    return first
        || words.stream().anyMatch(wonder::contains)
            && (finnish || words.stream().anyMatch(persons::contains));
  }

  /** `jag vill …`, `vill jag …`, `haluaisin …`; not `jag vill bara säga …`. */
  boolean wishes(List<String> words) {
    return firstWish(words).isPresent();
  }

  /** `vi flyttar i juni och vill …` */
  boolean wishesInPassing(List<String> words) {
    return firstWish(words).stream().anyMatch(i -> i >= BEHIND_SOMETHING) && !commands(words);
  }

  private OptionalInt firstWish(List<String> words) {
    return IntStream.range(0, words.size())
        .filter(i -> isWish(words, i) && !isTelling(words, i))
        .findFirst();
  }

  private boolean isWish(List<String> words, int i) {
    var word = words.get(i);
    if (finnish) {
      return wishes.contains(word) || word.endsWith("isin") || word.endsWith("isimme");
    }
    if (!wishes.contains(word)) {
      return false;
    }
    var before = i > 0 ? words.get(i - 1) : "";
    var after = i + 1 < words.size() ? words.get(i + 1) : "";
    return i == 0
        || persons.contains(before)
        || persons.contains(after)
        || and.contains(before) && persons.contains(words.getFirst());
  }

  private boolean isTelling(List<String> words, int wish) {
    return IntStream.range(wish + 1, Math.min(words.size(), wish + 4))
        .anyMatch(i -> telling.contains(words.get(i)) && !isCancelling(words, i));
  }

  /** `säga upp`, `si opp` */
  private static boolean isCancelling(List<String> words, int say) {
    return say + 1 < words.size() && List.of("upp", "opp", "op").contains(words.get(say + 1));
  }

  /** `skicka …`, `please send …`, `lähettäkää …`. */
  boolean commands(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    var first = words.getFirst();
    int polite = at(please, words, 0);
    return polite > 0 && words.size() > polite
        || imperatives.contains(first) && words.size() > 2
        || finnish && first.length() >= 6 && (first.endsWith("kaa") || first.endsWith("kää"));
  }
}
