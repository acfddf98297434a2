package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;
import org.svarbar.text.Terms;

class AssociationsTest {

  private static final long INVOICE = 10;
  private static final long ROUTER = 20;
  private static final long SEED = 1;

  private final List<Terms> asked = new ArrayList<>();
  private final List<Long> answers = new ArrayList<>();

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
  void withoutPastQuestionsNothingIsKnown() {
    assertThat(Associations.NONE.isEmpty()).isTrue();
    assertThat(Associations.NONE.likelihoods(terms("räkning")).known()).isEmpty();
  }

  private void past(String text, long entry) {
    asked.add(terms(text));
    answers.add(entry);
  }

  private Associations learn(long entriesWithout) {
    return Associations.learn(asked, answers, entriesWithout, SEED);
  }

  private static Terms terms(String text) {
    return Terms.of(text, Languages.SWEDISH);
  }
}
