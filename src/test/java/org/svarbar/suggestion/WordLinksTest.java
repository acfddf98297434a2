package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.platform.Languages.ENGLISH;
import static org.svarbar.platform.Languages.FINNISH;
import static org.svarbar.platform.Languages.SWEDISH;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.suggestion.Lexicon.Direction;
import org.svarbar.suggestion.Translations.Translation;
import org.svarbar.text.Terms;

class WordLinksTest {

  private static final Direction ENGLISH_TO_FINNISH = new Direction(ENGLISH, FINNISH);

  @Test
  void learnsWhichWordIsWhichFromTheSentencesTheyStandIn() {
    var lexicon = lexicon(englishAndFinnish());

    assertThat(best(lexicon.translations(ENGLISH, FINNISH).orElseThrow(), "invoice"))
        .isEqualTo(Terms.of("lasku", FINNISH).keys().getFirst());
    assertThat(best(lexicon.translations(FINNISH, ENGLISH).orElseThrow(), "sopimus", FINNISH))
        .isEqualTo(Terms.of("contract", ENGLISH).keys().getFirst());
  }

  @Test
  void saysHowSureItIs() {
    var translations = lexicon(englishAndFinnish()).translations(ENGLISH, FINNISH).orElseThrow();

    assertThat(translations.of(Terms.of("invoice", ENGLISH).keys().getFirst()))
        .hasSizeBetween(1, 3)
        .allSatisfy(it -> assertThat(it.probability()).isBetween(0.1, 1.0))
        .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
    assertThat(translations.of("elephant")).isEmpty();
  }

  @Test
  void prefersWhatIsSpeltAlikeWhereNothingElseTells() {
    var bitext = new Bitext();
    bitext.add("password terminal", ENGLISH, "terminal lösenord", SWEDISH);

    var links = WordLinks.learn(bitext);

    assertThat(links)
        .filteredOn(link -> link.word().equals("terminal"))
        .first()
        .satisfies(link -> assertThat(link.translation()).isEqualTo("terminal"));
    assertThat(links)
        .filteredOn(link -> link.probability() > 0.5)
        .extracting(WordLink::word)
        .containsExactlyInAnyOrder("terminal", Terms.of("password", ENGLISH).keys().getFirst());
  }

  @Test
  void learnsNothingFromNothing() {
    assertThat(WordLinks.learn(new Bitext())).isEmpty();
    assertThat(Lexicon.bothWays(Map.of(ENGLISH_TO_FINNISH, List.of()))).isEmpty();
  }

  @Test
  void leadsOnlyWhereThereIsSomethingToBeFound() {
    var both = Lexicon.bothWays(Map.of(ENGLISH_TO_FINNISH, WordLinks.learn(englishAndFinnish())));
    var lexicon = new Lexicon(both, Set.of(ENGLISH_TO_FINNISH));

    assertThat(lexicon.leading(ENGLISH, FINNISH)).isPresent();
    assertThat(lexicon.leading(FINNISH, ENGLISH)).isEmpty();
    assertThat(lexicon.leading(ENGLISH, SWEDISH)).isEmpty();
  }

  @Test
  void takesNoMoreThanItHasMemoryFor() {
    var words =
        IntStream.range(0, 80)
            .mapToObj(i -> Character.toString('a' + i / 26) + (char) ('a' + i % 26) + "q")
            .collect(Collectors.joining(" "));
    var bitext = new Bitext();
    IntStream.range(0, 1000).forEach(i -> bitext.add(words, ENGLISH, words, SWEDISH));
    bitext.add(words + " more", ENGLISH, words, SWEDISH);

    assertThat(bitext.pairsOfWords()).isBetween(3_900_000, 4_000_000);
    assertThat(bitext.firstWords()).doesNotContain("more");
  }

  static Bitext englishAndFinnish() {
    var bitext = new Bitext();
    bitext.add("Pay the invoice today", ENGLISH, "Maksa lasku tänään", FINNISH);
    bitext.add("The invoice is too high", ENGLISH, "Lasku on liian suuri", FINNISH);
    bitext.add("Cancel the contract today", ENGLISH, "Irtisano sopimus tänään", FINNISH);
    bitext.add("The contract is too long", ENGLISH, "Sopimus on liian pitkä", FINNISH);
    bitext.add("Where is my invoice", ENGLISH, "Missä laskuni on", FINNISH);
    bitext.add("Where is my contract", ENGLISH, "Missä sopimukseni on", FINNISH);
    return bitext;
  }

  private static Lexicon lexicon(Bitext bitext) {
    return new Lexicon(
        Lexicon.bothWays(Map.of(ENGLISH_TO_FINNISH, WordLinks.learn(bitext))), Set.of());
  }

  private static String best(Translations translations, String word) {
    return best(translations, word, ENGLISH);
  }

  private static String best(Translations translations, String word, Locale language) {
    return translations.of(Terms.of(word, language).keys().getFirst()).stream()
        .map(Translation::word)
        .findFirst()
        .orElse("");
  }
}
