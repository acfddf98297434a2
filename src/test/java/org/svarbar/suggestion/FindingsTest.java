package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Associations.Likelihoods;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.suggestion.RenderedEntry.Sentence;
import org.svarbar.text.Sentences;
import org.svarbar.text.Terms;

class FindingsTest {

  private static final Locale SWEDISH = Languages.SWEDISH;

  @Test
  void weighsAWordByHowRareItIs() {
    var weights = new WordWeights(hits(Map.of(key("faktura"), 20L, key("avbetalning"), 1L)));

    assertThat(weights.of(key("avbetalning"))).isEqualTo(1);
    assertThat(weights.of(key("faktura"))).isBetween(0.0, 0.2);
    assertThat(weights.of(key("elefant"))).isEqualTo(1);
  }

  @Test
  void aScoreSaysTheSameInSmallAndLargeKnowledge() {
    var small = new WordWeights(new EntryHits(List.of(), Map.of(), 30));
    var large = new WordWeights(new EntryHits(List.of(), Map.of(), 3000));

    assertThat(small.strength(6 * Math.log(1 + 29.5 / 1.5), 1)).isCloseTo(2, within(1e-9));
    assertThat(large.strength(6 * Math.log(1 + 2999.5 / 1.5), 1)).isCloseTo(2, within(1e-9));
  }

  @Test
  void saysWhichWordsMatchRarestFirst() {
    var hit = hit(words("Kan jag få avbetalning?"), words("Faktura och påminnelse"));
    var hits =
        new EntryHits(
            List.of(hit),
            Map.of(key("faktura"), 6L, key("avbetalning"), 1L, key("påminnelse"), 3L),
            30);

    var findings =
        Findings.of(
            asked("Påminnelse på faktura, elefant! Avbetalning?"),
            hits,
            List.of(),
            Likelihoods.NONE,
            Nearness.UNKNOWN);

    var candidate = findings.candidates().getFirst();
    assertThat(candidate.matched()).containsExactly("Avbetalning", "Påminnelse", "faktura");
    assertThat(candidate.coverage()).isBetween(0.4, 0.8);
  }

  @Test
  void showsTheSentenceThatHoldsWhatWasAsked() {
    var hits = hits(Map.of(key("anstånd"), 1L, key("faktura"), 10L));
    var sentence =
        Findings.of(
                asked("Kan jag få anstånd med min faktura?"),
                hits,
                List.of(),
                Likelihoods.NONE,
                Nearness.UNKNOWN)
            .sentence();

    var best =
        sentence.of(
            sentences("Hör av dig i tid.\nFakturan kommer i juni. Anstånd får du i 30 dagar."));

    assertThat(best).isEqualTo("Anstånd får du i 30 dagar.");
  }

  @Test
  void showsTheFirstSentenceWhenNoneHoldsAWord() {
    var sentence =
        Findings.of(
                asked("Elefant?"), hits(Map.of()), List.of(), Likelihoods.NONE, Nearness.UNKNOWN)
            .sentence();

    assertThat(sentence.of(sentences("Första. Andra."))).isEqualTo("Första.");
    assertThat(sentence.of(sentences(""))).isEmpty();
  }

  @Test
  void doesNotSearchForMoreThanOpenSearchTakes() {
    var endless =
        IntStream.range(0, 5000).mapToObj(i -> "ord" + i).collect(Collectors.joining(" "));

    var asked = AskedWords.of(question(endless), SWEDISH);

    var query = asked.query(Optional.empty(), true, Set.of());
    assertThat(2 * query.words().size() + query.pairs().size() + 2 * query.pieces().size())
        .isBetween(900, 1000);
    assertThat(asked.keys()).startsWith(key("ord0"));
  }

  private static List<Sentence> sentences(String text) {
    return Sentences.of(text, SWEDISH).stream()
        .map(it -> new Sentence(it, Set.copyOf(Terms.of(it, SWEDISH).keys())))
        .toList();
  }

  private static AskedWords asked(String text) {
    return AskedWords.of(question(text), SWEDISH);
  }

  private static Question question(String text) {
    return new Question("", text, Optional.of(SWEDISH), Optional.empty(), Audience.AGENTS);
  }

  private static EntryHits hits(Map<String, Long> frequencies) {
    return new EntryHits(List.of(), frequencies, 30);
  }

  private static EntryHit hit(Set<String> questionWords, Set<String> answerWords) {
    return new EntryHit(1, "s", "k", SWEDISH, 10, questionWords, answerWords);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(AskedWords.of(question(text), SWEDISH).keys());
  }

  private static String key(String word) {
    return AskedWords.of(question(word), SWEDISH).keys().getFirst();
  }
}
