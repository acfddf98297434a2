package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;
import org.svarbar.text.Terms;

class AssociationsTest {

  private static final long INVOICE = 10;
  private static final long ROUTER = 20;
  private static final long SEED = 1;

  private final List<Lesson> asked = new ArrayList<>();
  private final List<Lesson> own = new ArrayList<>();

  @Test
  void learnsWhatRequestersSayForWhatTheEntryCallsOtherwise() {
    past("Hittar inte räkningen", INVOICE);
    past("Var är min räkning", INVOICE);
    past("Wifi-lådan blinkar rött", ROUTER);
    past("Den där lådan vid dörren blinkar", ROUTER);

    var likelihoods = learn(2).likelihoods(terms("Lådan blinkar hela natten"));

    assertThat(likelihoods.of(ROUTER)).isGreaterThan(0.5).isLessThan(1);
    assertThat(likelihoods.of(INVOICE)).isLessThan(0.1);
  }

  @Test
  void saysLittleAboutWhatNobodyAskedInSuchWords() {
    past("Hittar inte räkningen", INVOICE);
    past("Wifi-lådan blinkar rött", ROUTER);

    var likelihoods = learn(98).likelihoods(terms("Elefanter trumpetar"));

    assertThat(likelihoods.of(INVOICE)).isLessThan(0.05);
    assertThat(likelihoods.of(99)).isBetween(0.005, 0.02);
  }

  @Test
  void likelihoodsOfAllEntriesComeToOne() {
    past("Hittar inte räkningen", INVOICE);
    past("Wifi-lådan blinkar rött", ROUTER);

    var likelihoods = learn(7).likelihoods(terms("räkningen blinkar"));

    var all = likelihoods.of(INVOICE) + likelihoods.of(ROUTER) + 7 * likelihoods.other();
    assertThat(all).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void learnsTheSameFromTheSame() {
    past("Hittar inte räkningen", INVOICE);
    past("Wifi-lådan blinkar rött", ROUTER);
    var question = terms("räkning");

    assertThat(learn(3).likelihoods(question)).isEqualTo(learn(3).likelihoods(question));
  }

  @Test
  void whatEntriesAskThemselvesIsLearnedToo() {
    past("Wifi-lådan blinkar rött", ROUTER);
    past("Den där lådan vid dörren blinkar", ROUTER);
    own.add(new Lesson(terms("Var hittar jag min räkning?"), INVOICE));

    var likelihoods = learn(0).likelihoods(terms("räkningen är borta"));

    assertThat(likelihoods.of(INVOICE)).isGreaterThan(likelihoods.of(ROUTER));
  }

  @Test
  void theMorePastQuestionsTheLessTheSearchCounts() {
    past("Wifi-lådan blinkar rött", ROUTER);
    var few = learn(98).likelihoods(terms("lådan"));
    for (var i = 0; i < 399; i++) {
      past("Wifi-lådan blinkar rött", ROUTER);
    }
    var many = learn(98).likelihoods(terms("lådan"));

    assertThat(few.searchCounts()).isBetween(0.93, 0.94);
    assertThat(many.searchCounts()).isBetween(0.41, 0.42);
  }

  @Test
  void whatWasAskedLatelyCountsMore() {
    var now = Instant.parse("2026-11-01T00:00:00Z");
    var longAgo = Lesson.counts(now.minus(Duration.ofDays(700)), now);
    asked.add(new Lesson(terms("koden fungerar inte"), INVOICE, longAgo));
    asked.add(new Lesson(terms("koden fungerar inte"), ROUTER, Lesson.counts(now, now)));

    var likelihoods = learn(0).likelihoods(terms("koden fungerar inte"));

    assertThat(longAgo).isBetween(0.25, 0.27);
    assertThat(likelihoods.of(ROUTER)).isGreaterThan(likelihoods.of(INVOICE));
  }

  @Test
  void aPairOfWordsThatOnlyOneQuestionHoldsTeachesNothing() {
    var features = LessonFeatures.of(terms("blinkar lådan"));

    assertThat(features).containsKeys(key("blinkar") + " " + key("lådan"));
    assertThat(LessonFeatures.counted(List.of(features)).keySet())
        .noneMatch(LessonFeatures::isPair);
    assertThat(LessonFeatures.counted(List.of(features, features)).keySet())
        .anyMatch(LessonFeatures::isPair);
  }

  @Test
  void withoutPastQuestionsNothingIsKnown() {
    assertThat(Associations.NONE.isEmpty()).isTrue();
    assertThat(Associations.NONE.likelihoods(terms("räkning")).known()).isEmpty();
  }

  private void past(String text, long entry) {
    asked.add(new Lesson(terms(text), entry));
  }

  private Associations learn(long entriesWithout) {
    return Associations.learn(asked, own, 2 + entriesWithout, SEED);
  }

  private static String key(String word) {
    return terms(word).words().getFirst().key();
  }

  private static Terms terms(String text) {
    return Terms.of(text, Languages.SWEDISH);
  }
}
