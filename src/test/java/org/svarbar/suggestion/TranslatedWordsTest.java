package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.platform.Languages.DANISH;
import static org.svarbar.platform.Languages.ENGLISH;
import static org.svarbar.platform.Languages.SWEDISH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.EntryQuery.Guess;
import org.svarbar.suggestion.Associations.Likelihoods;
import org.svarbar.suggestion.Question.Audience;

class TranslatedWordsTest {

  private static final Translations KNOWN =
      Translations.of(
          List.of(
              new WordLink("password", "lösenord", 0.9),
              new WordLink("lost", "glöm", 0.4),
              new WordLink("lost", "tap", 0.3)));

  @Test
  void looksForTranslationsByHowLikelyTheyAre() {
    var asked = asked("I lost the password of eduID");

    assertThat(asked.guesses())
        .extracting(Guess::word)
        .startsWith("lösenord")
        .contains("glöm", "tap", "password");
    assertThat(asked.guesses())
        .extracting(Guess::weight)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(asked.guesses().getFirst().pieces()).contains("^lös", "nord").doesNotContain("ord^");
    assertThat(asked.said()).containsExactly("eduid");
    assertThat(asked.words()).extracting(AskedWord::written).contains("password", "eduID");
  }

  @Test
  void looksForNothingWhenNoWordIsKnown() {
    assertThat(asked("The elephant sleeps").isEmpty()).isTrue();
  }

  @Test
  void readsAlikeLanguagesAnyway() {
    var danish =
        TranslatedWords.of(question("Hvor er elefanten i dag?"), DANISH, SWEDISH, KNOWN, true);

    assertThat(danish.words()).extracting(AskedWord::written).containsExactly("elefanten");
    assertThat(danish.pieces()).contains("elef", "^hvo", "^dag").doesNotHaveDuplicates();
    assertThat(danish.guesses()).isEmpty();
  }

  @Test
  void takesEachPieceOnce() {
    var asked = asked("password lost passwords eduID password");
    var pieces = asked.guesses().stream().flatMap(guess -> guess.pieces().stream()).toList();

    assertThat(pieces).doesNotHaveDuplicates().doesNotContainAnyElementsOf(asked.pieces());
    assertThat(asked.words()).hasSize(3);
  }

  @Test
  void doesNotSearchForMoreThanOpenSearchTakes() {
    var links =
        IntStream.range(0, 3000)
            .mapToObj(i -> new WordLink("wordy" + i, "ordrika" + i, 0.5))
            .toList();
    var endless = links.stream().map(WordLink::word).collect(Collectors.joining(" "));

    var asked =
        TranslatedWords.of(question(endless), ENGLISH, SWEDISH, Translations.of(links), false);

    var clauses =
        asked.guesses().stream()
            .mapToInt(
                it -> EntryQuery.CLAUSES_OF_WORD + EntryQuery.CLAUSES_OF_PIECE * it.pieces().size())
            .sum();
    assertThat(clauses).isBetween(900, EntryQuery.MOST_CLAUSES);
  }

  @Test
  void anEntryHoldsAWordWhenItHoldsWhatThatMeans() {
    var hit = new EntryHit(1, "s", "k", SWEDISH, 10, Set.of("glöm", "lösenord"), Set.of("mail"));
    var hits = new EntryHits(List.of(hit), Map.of("lösenord", 1L, "glöm", 1L, "tap", 9L), 30);

    var found =
        Findings.of(asked("lost password"), hits, List.of(), Likelihoods.NONE, Nearness.UNKNOWN)
            .candidates();

    assertThat(found.getFirst().matched()).containsExactly("password", "lost");
    assertThat(found.getFirst().held()).isBetween(1.2, 1.4);
    assertThat(found.getFirst().coverage()).isBetween(0.6, 1.0);
  }

  private static AskedWords asked(String text) {
    return TranslatedWords.of(question(text), ENGLISH, SWEDISH, KNOWN, false);
  }

  private static Question question(String text) {
    return new Question("", text, Optional.empty(), Optional.empty(), Audience.AGENTS);
  }
}
